// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** A record as it stands in a file: its length and a checksum before it. */
final class SpoolFrame {

    static final int HEADER = 2 * Integer.BYTES;

    private static final int LARGEST_PIECE = 1 << 16;

    private SpoolFrame() {}

    static byte[] of(byte[] record) {
        return ByteBuffer.allocate(HEADER + record.length)
                .putInt(record.length)
                .putInt(checksum(record))
                .put(record)
                .array();
    }

    /** The record at a place; null if there is no whole one before the limit. */
    static byte @Nullable [] read(RandomAccessFile file, long at, long limit) throws IOException {
        if (at + HEADER > limit) {
            return null;
        }
        file.seek(at);
        int length = file.readInt();
        int checksum = file.readInt();
        if (length <= 0 || at + HEADER + length > limit) {
            return null;
        }
        if (checksum(file, length) != checksum) {
            return null;
        }
        byte[] record = new byte[length];
        file.seek(at + HEADER);
        file.readFully(record);
        return record;
    }

    /** A length that is damaged may be more than there is memory for, so this is found out first. */
    private static int checksum(RandomAccessFile file, int length) throws IOException {
        CRC32C checksum = new CRC32C();
        byte[] piece = new byte[Math.min(length, LARGEST_PIECE)];
        for (int left = length; left > 0; ) {
            int next = Math.min(piece.length, left);
            file.readFully(piece, 0, next);
            checksum.update(piece, 0, next);
            left -= next;
        }
        return (int) checksum.getValue();
    }

    private static int checksum(byte[] record) {
        CRC32C checksum = new CRC32C();
        checksum.update(record);
        return (int) checksum.getValue();
    }
}
