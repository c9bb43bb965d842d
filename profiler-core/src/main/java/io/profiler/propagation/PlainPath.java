// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The path of a request, decoded. Only a path that no server would still change has one: whatever the application takes
 * it for, it is the same.
 *
 * @since 0.1
 */
public final class PlainPath {

    private PlainPath() {}

    /**
     * The decoded path, without parameters of its segments.
     *
     * @param raw as the client wrote it, without query
     * @return null if it has empty segments, dots for segments, or signs that some take for the end of a segment
     */
    public static @Nullable String of(String raw) {
        String path = decoded(withoutParameters(raw));
        return path != null && path.startsWith("/") && isPlain(path) ? path : null;
    }

    private static String withoutParameters(String raw) {
        return raw.indexOf(';') < 0 ? raw : raw.replaceAll(";[^/]*", "");
    }

    private static @Nullable String decoded(String raw) {
        if (raw.indexOf('%') < 0) {
            return raw;
        }
        ByteBuffer bytes = ByteBuffer.wrap(raw.getBytes(StandardCharsets.UTF_8));
        ByteBuffer decoded = ByteBuffer.allocate(bytes.remaining());
        while (bytes.hasRemaining()) {
            int next = bytes.get();
            int sign = next == '%' ? escaped(bytes) : next;
            if (next == '%' && (sign < 0 || sign == '/' || sign == ';')) {
                return null;
            }
            decoded.put((byte) sign);
        }
        return utf8(decoded.flip());
    }

    private static int escaped(ByteBuffer bytes) {
        if (bytes.remaining() < 2) {
            return -1;
        }
        int high = Character.digit(bytes.get(), 16);
        int low = Character.digit(bytes.get(), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static @Nullable String utf8(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException malformed) {
            return null;
        }
    }

    private static boolean isPlain(String path) {
        return path.chars().noneMatch(c -> c == '\\' || Character.isISOControl(c))
                && !path.contains("//")
                && !(path + '/').contains("/./")
                && !(path + '/').contains("/../");
    }
}
