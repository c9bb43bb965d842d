// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import io.profiler.internal.VisibleText;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A connection string, whose text form never shows credentials.
 *
 * @param value as the user wrote it, with credentials: for the backend's library only
 * @since 0.1
 */
public record ConnectionString(String value) {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*(?=:)");

    /** {@return what stands before the first colon, in lower case; the whole text if there is no scheme} */
    public String scheme() {
        var matcher = SCHEME.matcher(value);
        return (matcher.lookingAt() ? matcher.group() : value).toLowerCase(Locale.ROOT);
    }

    /**
     * {@return whether a fault quotes a part of the password, of the user's name or of another secret in this string}
     * Whoever logs a library's fault asks first.
     *
     * @param thrown is looked at with its causes, and with what was suppressed
     */
    public boolean isQuotedIn(Throwable thrown) {
        Secrets secrets = new Secrets(value);
        return CauseTree.of(thrown).stream().anyMatch(fault -> secrets.areIn(String.valueOf(fault.getMessage())));
    }

    /** The string without user, password and options, for messages; one line. */
    @Override
    public String toString() {
        return VisibleText.inMessage(PublicPart.of(value));
    }
}
