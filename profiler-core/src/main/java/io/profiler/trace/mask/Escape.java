// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Several characters that stand for one.
 *
 * @param character the one
 * @param length how many stand for it
 * @param depth how deep it is escaped
 */
record Escape(char character, int length, int depth) {

    private static final Map<String, Character> ENTITIES = Map.of(
            "&quot;", '"', "&amp;", '&', "&lt;", '<', "&gt;", '>', "&apos;", '\'', "&#39;", '\'', "&#34;", '"',
            "&#x27;", '\'', "&#61;", '=');

    static boolean mayBeginAt(ReadText text, int index) {
        char first = text.at(index);
        return first == '%' || first == '\\' || first == '&' && at(text, index) != null;
    }

    static @Nullable Escape at(ReadText text, int index) {
        return switch (text.at(index)) {
            case '%' -> percent(text, index);
            case '\\' -> backslash(text, index);
            case '&' -> entity(text, index);
            default -> null;
        };
    }

    private static @Nullable Escape percent(ReadText text, int index) {
        int code = hexadecimal(text, index + 1, 2);
        int depth = Math.max(text.depth(index), Math.max(text.depth(index + 1), text.depth(index + 2)));
        return code < 0 || code > 0x7f ? null : new Escape((char) code, 3, depth + 1);
    }

    private static @Nullable Escape backslash(ReadText text, int index) {
        char second = text.at(index + 1);
        if (text.depth(index) != text.depth(index + 1)) {
            return null;
        }
        int depth = text.depth(index) + 1;
        if (second == 'u') {
            int code = hexadecimal(text, index + 2, 4);
            return code < 0 ? null : new Escape((char) code, 6, depth);
        }
        int known = "\"'/\\nrt".indexOf(second);
        return known < 0 ? null : new Escape("\"'/\\\n\r\t".charAt(known), 2, depth);
    }

    private static @Nullable Escape entity(ReadText text, int index) {
        for (Map.Entry<String, Character> entity : ENTITIES.entrySet()) {
            if (text.has(entity.getKey(), index)) {
                return new Escape(entity.getValue(), entity.getKey().length(), text.depth(index) + 1);
            }
        }
        return null;
    }

    private static int hexadecimal(ReadText text, int from, int digits) {
        int code = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(text.at(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = 16 * code + digit;
        }
        return code;
    }
}
