// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a call failed, in the few words that a person needs: what the JDK fails with, once for all stores. A store adds what
 * its own library and server say.
 *
 * <p>What is not known is quoted, its first line alone. Whoever knows that it may hold a part of a connection string says
 * something else in its place.
 *
 * @since 0.1
 */
public final class FailureText {

    private static final Pattern NETTY_UNKNOWN_HOST = Pattern.compile("^Failed to resolve '([^']+)'");

    /** The server has refused a login. */
    public static final String WRONG_LOGIN = "user or password is wrong, or not known there";

    /** The server has taken a question, and not answered it. */
    public static final String NO_ANSWER = "the server did not answer in time";

    private static final int MOST_CAUSES = 100;

    private FailureText() {}

    /**
     * {@return the words for a failure, or for the first of its causes that is known; else the first line of the innermost}
     *
     * @param failure what the library threw
     * @param known the words for one of them, null if there are none
     */
    public static String of(Throwable failure, Function<Throwable, @Nullable String> known) {
        return texts(failure, known).findFirst().orElseGet(() -> ofUnknown(failure));
    }

    /**
     * {@return the words for the last of a failure's causes that is known; else the first line of the innermost} For a
     * library whose own exceptions say less than what they are made of.
     *
     * @param failure what the library threw
     * @param known the words for one of them, null if there are none
     */
    public static String ofInnermost(Throwable failure, Function<Throwable, @Nullable String> known) {
        return texts(failure, known).reduce((outer, inner) -> inner).orElseGet(() -> ofUnknown(failure));
    }

    private static Stream<String> texts(Throwable failure, Function<Throwable, @Nullable String> known) {
        return causes(failure).flatMap(cause -> Stream.ofNullable(known.apply(cause)));
    }

    private static String ofUnknown(Throwable failure) {
        Throwable last = causes(failure).reduce(failure, (outer, inner) -> inner);
        return firstLine(last.getMessage(), last.getClass().getSimpleName());
    }

    /**
     * {@return a failure and its causes, the innermost last; where they lead back to each other, the first of them}
     *
     * @param failure null for none
     */
    public static Stream<Throwable> causes(@Nullable Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MOST_CAUSES);
    }

    /**
     * {@return the words for a name or an address at which no server is found, null if that is not why}
     *
     * @param cause one of {@link #causes}; its own causes are not looked at
     */
    public static @Nullable String ofAddress(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return unknownHost(String.valueOf(cause.getMessage()));
        }
        return cause instanceof ConnectException ? "no server listens there" : null;
    }

    /**
     * {@return the words for a name that is not found}
     *
     * @param message the JDK's: the name, and with some name servers what the system said; or Netty's, a sentence
     */
    public static String unknownHost(String message) {
        Matcher sentence = NETTY_UNKNOWN_HOST.matcher(message);
        String host = sentence.find() ? sentence.group(1) : message.split(": ", 2)[0];
        return message.contains("Temporary failure")
                ? "the name server did not answer for " + host
                : "the name server does not know " + host;
    }

    /**
     * {@return the words for a server that is late, null if that is not why}
     *
     * @param cause one of {@link #causes}; its own causes are not looked at
     * @param option of the connection string, by which it has longer
     */
    public static @Nullable String ofTimeout(Throwable cause, String option) {
        return cause instanceof SocketTimeoutException ? noAnswer(option) : null;
    }

    /**
     * {@return that the server has taken a question, and not answered it, with what gives it longer}
     *
     * @param option of the connection string, by which it has longer
     */
    public static String noAnswer(String option) {
        return NO_ANSWER + "; " + option + " in the connection string gives it longer";
    }

    /**
     * {@return the words for a server's certificate that is not taken, null if that is not why}
     *
     * @param cause one of {@link #causes}; its own causes are not looked at
     * @param option of the connection string, by which it would be
     */
    public static @Nullable String ofCertificate(Throwable cause, String option) {
        if (cause instanceof CertPathBuilderException) {
            return "its certificate is not trusted; " + option + " in the connection string names a file with those to"
                    + " trust";
        }
        return cause instanceof CertificateException ? unfitCertificate(cause) : null;
    }

    /**
     * {@return that the certificate is another server's, or of another time, with what the JDK says of it}
     *
     * @param cause whose message says so
     */
    public static String unfitCertificate(Throwable cause) {
        return "its certificate does not fit: " + firstLine(cause.getMessage(), "unknown");
    }

    /**
     * {@return the first line of a message, without the full stop at its end}
     *
     * @param message may hold parts of a connection string: whoever shows it has to know that it does not
     * @param otherwise what stands for a message that says nothing
     */
    public static String firstLine(@Nullable String message, String otherwise) {
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        String bare = line.strip().replaceAll("\\.$", "");
        return bare.isEmpty() ? otherwise : bare;
    }
}
