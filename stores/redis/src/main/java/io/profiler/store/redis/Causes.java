// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a call failed, in the few words that a person needs of Lettuce's many. */
final class Causes {

    private static final Map<String, String> BY_ERROR_CODE = new LinkedHashMap<>();

    private static final Pattern IN_SCRIPT = Pattern.compile("ERR Error running script .*?: -");

    static {
        BY_ERROR_CODE.put("WRONGPASS", "user or password is wrong, or not known there");
        BY_ERROR_CODE.put("ERR invalid password", "user or password is wrong, or not known there");
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
        Throwable last = error;
        String line = null;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (isSentinelThatAsksForPassword(cause)) {
                return SENTINEL_WITHOUT_PASSWORD;
            }
            String known = known(cause);
            line = known == null ? line : known;
            last = cause;
        }
        return line == null ? firstLine(last.getMessage(), last.getClass().getSimpleName()) : line;
    }

    private static boolean isSentinelThatAsksForPassword(Throwable cause) {
        return String.valueOf(cause.getMessage()).startsWith(NO_SENTINEL)
                && cause.getCause() instanceof RedisCommandExecutionException refused
                && String.valueOf(refused.getMessage()).startsWith("NOAUTH");
    }

    /** Whether the server refuses a command to this user. */
    static boolean isNotPermitted(Throwable error) {
        return error instanceof RedisCommandExecutionException
                        && String.valueOf(error.getMessage()).startsWith("NOPERM")
                || error.getCause() != null && isNotPermitted(error.getCause());
    }

    private static @Nullable String known(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof RedisCommandExecutionException) {
            return ofServer(message);
        }
        if (cause instanceof RedisCommandTimeoutException) {
            return "the server did not answer in time; socket_timeout in the connection string gives it longer";
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
                .orElseGet(() -> firstLine(message.split(" script: ", 2)[0], "the server refuses it"));
    }

    private static @Nullable String ofConnection(Throwable cause, String message) {
        if (cause instanceof UnknownHostException) {
            return "the name server does not know " + message.split(": ", 2)[0];
        }
        if (cause instanceof ConnectException) {
            return "no server listens there";
        }
        if (cause instanceof NotSslRecordException || cause instanceof SslHandshakeTimeoutException) {
            return "the server does not speak TLS there; redis:// does without";
        }
        if (cause instanceof RedisConnectionException && cause.getCause() instanceof SocketException
                || message.startsWith(CLOSED_AT_ONCE)) {
            return "the server closes new connections; if it speaks TLS, so does rediss://";
        }
        if (cause instanceof CertPathBuilderException) {
            return "its certificate is not trusted; ssl_ca_certs in the connection string names a file with those to trust";
        }
        return cause instanceof CertificateException
                ? "its certificate does not fit: " + firstLine(message, "unknown")
                : null;
    }

    private static String firstLine(@Nullable String message, String otherwise) {
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        String bare = line.strip().replaceAll("\\.$", "");
        return bare.isEmpty() ? otherwise : bare;
    }
}
