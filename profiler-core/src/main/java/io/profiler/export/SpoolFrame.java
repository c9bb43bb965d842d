// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** A record as it stands in a file: its length and a checksum before it. */
final class SpoolFrame {

    static final int HEADER = 2 * Integer.BYTES;

    private SpoolFrame() {}

    static byte[] of(byte[] record) {
        return ByteBuffer.allocate(HEADER + record.length)
                .putInt(record.length)
                .putInt(checksum(record))
                .put(record)
                .array();
    }

    static int checksum(byte[] record) {
        CRC32C checksum = new CRC32C();
        checksum.update(record);
        return (int) checksum.getValue();
    }
}
