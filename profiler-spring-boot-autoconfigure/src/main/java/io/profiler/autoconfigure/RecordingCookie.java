// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cookie of a browser that is recorded: a token that no script reads, and that is sent with no request of another
 * site's pages.
 *
 * @since 0.1
 */
public final class RecordingCookie {

    private static final String NAME = "profiler-recording=";

    /** Browsers take it from the host itself alone, and not from one beside or below it. */
    private static final String SECURE_NAME = "__Host-" + NAME;

    private static final String NEXT = "; " + NAME;
    private static final String NEXT_SECURE = "; " + SECURE_NAME;

    private RecordingCookie() {}

    /**
     * {@return the value of a header {@code Set-Cookie} that begins a recording}
     *
     * @param token signed, in characters that a cookie may have
     * @param life how long the browser keeps it, in whole seconds; the token's own end counts as well
     * @param secure whether the browser came by HTTPS, and sends it by nothing else
     */
    public static String begin(String token, Duration life, boolean secure) {
        return name(secure) + token + attributes(life.toSeconds(), secure);
    }

    /**
     * {@return the values of headers {@code Set-Cookie} that end it, whichever way it was begun}
     *
     * @param secure whether the browser came by HTTPS; otherwise it gives up no cookie of HTTPS
     */
    public static List<String> end(boolean secure) {
        String plain = NAME + attributes(0, false);
        return secure ? List.of(SECURE_NAME + attributes(0, true), plain) : List.of(plain);
    }

    private static String name(boolean secure) {
        return secure ? SECURE_NAME : NAME;
    }

    private static String attributes(long seconds, boolean secure) {
        return "; Max-Age=" + seconds + "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
    }

    /**
     * {@return the token in a header {@code Cookie}, not verified; null if there is none}
     *
     * @param cookies value of the header; null if the request has none
     * @param secure whether the browser came by HTTPS: then the cookie counts alone that only the host itself can set
     */
    public static @Nullable String token(@Nullable String cookies, boolean secure) {
        if (cookies == null) {
            return null;
        }
        String ownAlone = value(cookies, SECURE_NAME, NEXT_SECURE);
        return ownAlone != null || secure ? ownAlone : value(cookies, NAME, NEXT);
    }

    private static @Nullable String value(String cookies, String first, String next) {
        int name = cookies.startsWith(first) ? 0 : cookies.indexOf(next);
        if (name < 0) {
            return null;
        }
        int begin = cookies.indexOf('=', name) + 1;
        int end = cookies.indexOf(';', begin);
        return cookies.substring(begin, end < 0 ? cookies.length() : end);
    }
}
