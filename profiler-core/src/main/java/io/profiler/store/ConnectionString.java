// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A connection string, whose text form never shows credentials.
 *
 * @param value as the user wrote it, with credentials: for the backend's library only
 */
public record ConnectionString(String value) {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*(?=:)");

    /** What stands before the first colon, in lower case; the whole text if there is none. */
    public String scheme() {
        var matcher = SCHEME.matcher(value);
        return (matcher.lookingAt() ? matcher.group() : value).toLowerCase(Locale.ROOT);
    }

    /**
     * What a library or a server said, unless it holds a part of the password, of the user's name or of another secret in
     * this string.
     */
    public String withoutSecrets(String reason) {
        return new Secrets(value).areIn(reason)
                ? "the reason is not shown, because it quotes a part of the connection string that may be secret"
                : reason;
    }

    /** The same for what was thrown: one like it without its message and causes if they hold such a part. */
    public Throwable withoutSecrets(Throwable thrown) {
        Secrets secrets = new Secrets(value);
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (secrets.areIn(String.valueOf(cause.getMessage()))) {
                return new IllegalStateException(thrown.getClass().getName() + ", not shown");
            }
        }
        return thrown;
    }

    /** The string without user, password and options, for messages; one line. */
    @Override
    public String toString() {
        return PublicPart.of(value);
    }
}
