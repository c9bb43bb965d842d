// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.profiler.store.backend.FailureText;
import java.net.SocketException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a call failed, in the few words that a person needs of Lettuce's many. */
final class Causes {

    private static final Map<String, String> BY_ERROR_CODE = new LinkedHashMap<>();

    private static final Pattern IN_SCRIPT = Pattern.compile("ERR Error running script .*?: -");

    static {
        BY_ERROR_CODE.put("WRONGPASS", FailureText.WRONG_LOGIN);
        BY_ERROR_CODE.put("ERR invalid password", FailureText.WRONG_LOGIN);
        BY_ERROR_CODE.put("NOAUTH", "the server asks for a password, and the connection string has none");
        BY_ERROR_CODE.put("OOM", "the server has no memory left, see its maxmemory");
        BY_ERROR_CODE.put("MISCONF", "the server cannot write to its disk");
        BY_ERROR_CODE.put("READONLY", "the server is a replica that cannot be written to");
        BY_ERROR_CODE.put("LOADING", "the server still loads its data");
        BY_ERROR_CODE.put("CROSSSLOT", "it is a Redis Cluster, which OSprofiler's keys do not fit");
        BY_ERROR_CODE.put("MOVED", "it is a Redis Cluster, which OSprofiler's keys do not fit");
    }

    /** What the client says if the server is faster in closing than it is in opening. */
    private static final String CLOSED_AT_ONCE = "RedisHandshakeHandler not registered";

    private static final String NO_SENTINEL = "Cannot connect Redis Sentinel";
    private static final String SENTINEL_WITHOUT_PASSWORD = "a sentinel asks for a password, and is asked without:"
            + " user and password of the connection string are those of the servers";

    private Causes() {}

    static String inOneLine(Throwable error) {
        return FailureText.causes(error).anyMatch(Causes::isSentinelThatAsksForPassword)
                ? SENTINEL_WITHOUT_PASSWORD
                : FailureText.ofInnermost(error, Causes::known);
    }

    private static boolean isSentinelThatAsksForPassword(Throwable cause) {
        return String.valueOf(cause.getMessage()).startsWith(NO_SENTINEL)
                && cause.getCause() instanceof RedisCommandExecutionException refused
                && String.valueOf(refused.getMessage()).startsWith("NOAUTH");
    }

    /** Whether a command was sent and not answered. */
    static boolean isTimeout(Throwable error) {
        return FailureText.causes(error).anyMatch(RedisCommandTimeoutException.class::isInstance);
    }

    /** Whether the server refuses a command to this user. */
    static boolean isNotPermitted(Throwable error) {
        return FailureText.causes(error)
                .anyMatch(cause -> cause instanceof RedisCommandExecutionException
                        && String.valueOf(cause.getMessage()).startsWith("NOPERM"));
    }

    private static @Nullable String known(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof RedisCommandExecutionException) {
            return ofServer(message);
        }
        if (cause instanceof RedisCommandTimeoutException) {
            return FailureText.noAnswer("socket_timeout");
        }
        if (message.contains("using sentinel for masterId")) {
            return "no sentinel answers that knows the master; sentinel_service_name in the connection string names it";
        }
        return ofConnection(cause, message);
    }

    /** Up to Redis 6, what a command in a script was refused for stands at the end. */
    private static String ofServer(String wrapped) {
        String message = IN_SCRIPT.matcher(wrapped).replaceFirst("");
        return BY_ERROR_CODE.entrySet().stream()
                .filter(known -> message.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> FailureText.firstLine(message.split(" script: ", 2)[0], "the server refuses it"));
    }

    private static @Nullable String ofConnection(Throwable cause, String message) {
        if (cause instanceof NotSslRecordException || cause instanceof SslHandshakeTimeoutException) {
            return "the server does not speak TLS there; redis:// does without";
        }
        if (cause instanceof RedisConnectionException && cause.getCause() instanceof SocketException
                || message.startsWith(CLOSED_AT_ONCE)) {
            return "the server closes new connections; if it speaks TLS, so does rediss://";
        }
        String ofAddress = FailureText.ofAddress(cause);
        return ofAddress == null ? FailureText.ofCertificate(cause, "ssl_ca_certs") : ofAddress;
    }
}
