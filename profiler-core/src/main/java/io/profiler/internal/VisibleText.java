// SPDX-License-Identifier: Apache-2.0
package io.profiler.internal;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Makes data safe to print: what would move the cursor, change colours, reverse the direction of writing, hide itself
 * or not come out at all is shown as an escape. Not thread-safe.
 */
public final class VisibleText {

    private static final int LONGEST_IN_MESSAGE = 1000;

    private final @Nullable CharsetEncoder encoder;

    /**
     * @param charset charset of the place where the text is shown
     */
    public VisibleText(Charset charset) {
        this.encoder = charset.canEncode() ? charset.newEncoder() : null;
    }

    /**
     * Data for a message or a log: in one line, with escapes, and cut where nobody reads on. Thread-safe.
     *
     * @param data of whatever origin
     * @return text that cannot control a terminal
     */
    public static String inMessage(@Nullable Object data) {
        String text = String.valueOf(data);
        VisibleText visible = new VisibleText(StandardCharsets.UTF_8);
        return text.length() <= LONGEST_IN_MESSAGE
                ? visible.of(text)
                : visible.of(text.substring(0, LONGEST_IN_MESSAGE)) + '…';
    }

    /**
     * The text in one line, with escapes like {@code \\x1b} and {@code \\u202e}.
     *
     * @param data of whatever origin
     * @return text that cannot control a terminal
     */
    public String of(String data) {
        StringBuilder visible = new StringBuilder(data.length());
        data.codePoints().forEach(codePoint -> append(visible, codePoint));
        return visible.toString();
    }

    /**
     * The text in its lines and with its tabs.
     *
     * @param data of whatever origin
     * @return text that cannot control a terminal
     */
    public String linesOf(String data) {
        StringBuilder visible = new StringBuilder(data.length());
        data.replace("\r\n", "\n").codePoints().forEach(codePoint -> {
            if (codePoint == '\n' || codePoint == '\t') {
                visible.appendCodePoint(codePoint);
            } else {
                append(visible, codePoint);
            }
        });
        return visible.toString();
    }

    private void append(StringBuilder visible, int codePoint) {
        switch (codePoint) {
            case '\n' -> visible.append("\\n");
            case '\r' -> visible.append("\\r");
            case '\t' -> visible.append("\\t");
            default -> {
                if (isHarmless(codePoint) && canEncode(codePoint)) {
                    visible.appendCodePoint(codePoint);
                } else {
                    visible.append(escape(codePoint));
                }
            }
        }
    }

    private static boolean isHarmless(int codePoint) {
        return !isInvisible(codePoint) && isOfHarmlessType(codePoint);
    }

    /** What leaves no mark although its type is that of letters, symbols or accents. */
    private static boolean isInvisible(int codePoint) {
        return switch (codePoint) {
            case 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0 -> true;
            default -> isVariationSelector(codePoint);
        };
    }

    private static boolean isVariationSelector(int codePoint) {
        return (codePoint >= 0x180b && codePoint <= 0x180f)
                || (codePoint >= 0xfe00 && codePoint <= 0xfe0f)
                || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
    }

    private static boolean isOfHarmlessType(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private boolean canEncode(int codePoint) {
        return codePoint < 0x7f || (encoder != null && encoder.canEncode(Character.toString(codePoint)));
    }

    private static String escape(int codePoint) {
        HexFormat hex = HexFormat.of();
        if (codePoint < 0x100) {
            return "\\x" + hex.toHexDigits((byte) codePoint);
        }
        return codePoint < 0x10000 ? "\\u" + hex.toHexDigits((char) codePoint) : "\\U" + hex.toHexDigits(codePoint);
    }
}
