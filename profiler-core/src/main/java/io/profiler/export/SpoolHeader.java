// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;

/** What a file of records begins with: a mark, and where the first one begins. */
final class SpoolHeader {

    static final int BYTES = 2 * Long.BYTES;

    private static final long MARK = 0x5052_4f46_5350_4c31L;

    private SpoolHeader() {}

    /** Where the first record begins, as it stands there. */
    static long read(RandomAccessFile file) throws IOException {
        file.seek(0);
        if (file.length() < BYTES || file.readLong() != MARK) {
            throw new IOException("it is not one that the profiler made");
        }
        return file.readLong();
    }

    static void write(RandomAccessFile file, long first) throws IOException {
        file.seek(0);
        file.write(ByteBuffer.allocate(BYTES).putLong(MARK).putLong(first).array());
    }
}
