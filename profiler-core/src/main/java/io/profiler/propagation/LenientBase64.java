// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Base64 as Python's {@code base64.urlsafe_b64decode} reads it: both alphabets, characters outside of them skipped, an
 * end at the first padding that completes a group of four, and no group left open.
 */
final class LenientBase64 {

    private LenientBase64() {}

    /** The bytes, or null where Python raises an error. */
    static byte @Nullable [] decode(String text) {
        byte[] digits = new byte[text.length()];
        int count = 0;
        int padding = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7f) {
                return null;
            } else if (c == '=') {
                padding++;
                if (completesGroup(count % 4, padding)) {
                    return decode(digits, count);
                }
            } else if (isDigit(c)) {
                padding = 0;
                digits[count++] = (byte) urlSafe(c);
            }
        }
        return count % 4 == 0 ? decode(digits, count) : null;
    }

    private static byte[] decode(byte[] digits, int count) {
        return Base64.getUrlDecoder().decode(Arrays.copyOf(digits, count));
    }

    private static boolean completesGroup(int digitsInGroup, int padding) {
        return digitsInGroup >= 2 && digitsInGroup + padding >= 4;
    }

    private static boolean isDigit(char c) {
        return c >= 'A' && c <= 'Z'
                || c >= 'a' && c <= 'z'
                || c >= '0' && c <= '9'
                || c == '+'
                || c == '/'
                || c == '-'
                || c == '_';
    }

    private static char urlSafe(char c) {
        return switch (c) {
            case '+' -> '-';
            case '/' -> '_';
            default -> c;
        };
    }
}
