// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
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
        Throwable last = error;
        String line = null;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            String known = known(cause, tls);
            line = known == null ? line : known;
            last = cause;
        }
        return line == null ? firstLine(last.getMessage(), last.getClass().getSimpleName()) : line;
    }

    private static @Nullable String known(Throwable cause, boolean tls) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof UnknownHostException) {
            return "the name server does not know " + message.split(": ", 2)[0];
        }
        if (cause instanceof ConnectException) {
            return "no server listens there";
        }
        if (cause instanceof SocketTimeoutException) {
            return "the server did not answer in time; request_timeout in the connection string gives it longer";
        }
        return cause instanceof SSLException || cause instanceof java.security.GeneralSecurityException
                ? ofTls(cause, message)
                : ofProtocol(cause, message, tls);
    }

    private static @Nullable String ofTls(Throwable cause, String message) {
        if (cause instanceof CertPathBuilderException) {
            return "its certificate is not trusted; ca_certs in the connection string names a file with those to trust";
        }
        if (cause instanceof CertificateException || message.contains("subject alternative names")) {
            return "its certificate does not fit: " + firstLine(message, "unknown");
        }
        return message.contains("plaintext") || message.contains("Unsupported or unrecognized SSL message")
                ? "the server does not speak TLS there; elasticsearch:// does without"
                : null;
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
            return error instanceof String text ? firstLine(text, otherwise) : otherwise;
        }
        String reason = firstLine(Objects.toString(members.get("reason"), ""), otherwise);
        return members.get("caused_by") instanceof Map<?, ?> cause
                ? reason + ": " + firstLine(Objects.toString(cause.get("reason"), ""), "no reason given")
                : reason;
    }

    private static String firstLine(@Nullable String message, String otherwise) {
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        String bare = line.strip().replaceAll("\\.$", "");
        return bare.isEmpty() ? otherwise : bare;
    }
}
