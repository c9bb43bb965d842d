// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.json;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes single values as Python's json module does: ASCII only, with lower-case escapes. */
final class JsonScalarWriter {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

    private final Appendable out;

    JsonScalarWriter(Appendable out) {
        this.out = out;
    }

    void write(@Nullable Object value) throws IOException {
        if (value == null || value instanceof Boolean || isInteger(value)) {
            out.append(String.valueOf(value));
        } else if (value instanceof Number number) {
            out.append(PythonFloat.repr(number.doubleValue()));
        } else {
            quote(text(value));
        }
    }

    private static boolean isInteger(Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof BigInteger
                || value instanceof Short
                || value instanceof Byte;
    }

    /** Other writers may store dates, which OSprofiler prints in ISO format. */
    private static String text(Object value) {
        if (value instanceof Date date) {
            return isoFormat(date.toInstant());
        }
        return value instanceof Instant instant ? isoFormat(instant) : value.toString();
    }

    private static String isoFormat(Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return (time.getNano() < 1000 ? SECONDS : MICROS).format(time);
    }

    void quote(String text) throws IOException {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                out.append(text, written, i).append(escape(c));
                written = i + 1;
            }
        }
        out.append(text, written, text.length()).append('"');
    }

    private static String escape(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\f' -> "\\f";
            case '\b' -> "\\b";
            default -> "\\u" + HexFormat.of().toHexDigits(c);
        };
    }
}
