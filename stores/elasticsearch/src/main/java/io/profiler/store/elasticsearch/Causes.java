// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.store.backend.FailureText;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.jspecify.annotations.Nullable;

/** Why a request failed, in the few words that a person needs. */
final class Causes {

    /** How an answer begins that is none of HTTP, as the client quotes it. */
    private static final String TLS_ALERT = "<[0x15][0x03]";

    private Causes() {}

    /**
     * @param tls whether the connection string asks for TLS
     */
    static String inOneLine(Throwable error, boolean tls) {
        return FailureText.ofInnermost(error, cause -> known(cause, tls));
    }

    private static @Nullable String known(Throwable cause, boolean tls) {
        String message = String.valueOf(cause.getMessage());
        String known = ofJdk(cause, message);
        return known == null ? ofProtocol(cause, message, tls) : known;
    }

    private static @Nullable String ofJdk(Throwable cause, String message) {
        if (cause instanceof SSLException || cause instanceof GeneralSecurityException) {
            return ofTls(cause, message);
        }
        String ofAddress = FailureText.ofAddress(cause);
        return ofAddress == null ? FailureText.ofTimeout(cause, "request_timeout") : ofAddress;
    }

    private static @Nullable String ofTls(Throwable cause, String message) {
        if (message.contains("subject alternative names")) {
            return FailureText.unfitCertificate(cause);
        }
        return message.contains("plaintext") || message.contains("Unsupported or unrecognized SSL message")
                ? "the server does not speak TLS there; elasticsearch:// does without"
                : FailureText.ofCertificate(cause, "ca_certs");
    }

    private static @Nullable String ofProtocol(Throwable cause, String message, boolean tls) {
        if (cause instanceof ConnectionClosedException
                || cause instanceof NoHttpResponseException
                || message.startsWith("Connection reset")) {
            return "the server closes connections" + (tls ? "" : "; if it speaks TLS, so does elasticsearchs://");
        }
        if (cause instanceof ProtocolException && message.contains(TLS_ALERT)) {
            return "the server speaks TLS there; so does elasticsearchs://";
        }
        return cause instanceof ProtocolException || cause instanceof MessageConstraintException
                ? "it does not speak HTTP there"
                : null;
    }

    /** The type in an {@code error} of Elasticsearch's, empty if it has none. */
    static String type(@Nullable Object error) {
        return error instanceof Map<?, ?> members ? Objects.toString(members.get("type"), "") : "";
    }

    /** The reason in an {@code error} of Elasticsearch's, with that of its cause if it has one. */
    static String reason(@Nullable Object error, String otherwise) {
        if (!(error instanceof Map<?, ?> members)) {
            return error instanceof String text ? FailureText.firstLine(text, otherwise) : otherwise;
        }
        String reason = FailureText.firstLine(Objects.toString(members.get("reason"), ""), otherwise);
        return members.get("caused_by") instanceof Map<?, ?> cause
                ? reason + ": " + FailureText.firstLine(Objects.toString(cause.get("reason"), ""), "no reason given")
                : reason;
    }
}
