// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records one after another, of which the first is taken away again and again: after a header, each with its length and a
 * checksum before it. What a crash has torn is cut off; what was forced outlives the machine. An interrupt does not close it.
 */
final class SpoolFile implements Closeable {

    private static final int LARGEST_PIECE = 1 << 16;

    private final RandomAccessFile file;
    private final long maxBytes;
    private long first;
    private long end;
    private long cut;
    private boolean isForced = true;

    private SpoolFile(RandomAccessFile file, long maxBytes) {
        this.file = file;
        this.maxBytes = maxBytes;
    }

    /**
     * Opens a file, or makes one that only its owner reads.
     *
     * @param present is given each record that is there
     */
    static SpoolFile open(Path path, long maxBytes, Consumer<byte[]> present) throws IOException {
        RandomAccessFile file = OwnFile.open(path);
        try {
            SpoolFile opened = new SpoolFile(file, maxBytes);
            opened.recover(present);
            return opened;
        } catch (IOException | RuntimeException | Error unusable) {
            file.close();
            throw unusable;
        }
    }

    private void recover(Consumer<byte[]> present) throws IOException {
        if (file.length() == 0) {
            clear();
            return;
        }
        first = Math.max(SpoolHeader.BYTES, Math.min(SpoolHeader.read(file), file.length()));
        end = first;
        for (byte[] record = next(); record != null; record = next()) {
            present.accept(record);
            end += SpoolFrame.HEADER + record.length;
        }
        cut = file.length() - end;
        file.setLength(end);
    }

    private byte @Nullable [] next() throws IOException {
        return SpoolFrame.read(file, end, file.length());
    }

    /** Whether there was room for it. What cannot be written leaves the file as it was. */
    boolean add(byte[] record) throws IOException {
        if (!hasRoom(record)) {
            moveToFront();
        }
        if (!hasRoom(record)) {
            return false;
        }
        byte[] whole = SpoolFrame.of(record);
        try {
            file.seek(end);
            file.write(whole);
            isForced = false;
        } catch (IOException full) {
            file.setLength(end);
            throw full;
        }
        end += whole.length;
        return true;
    }

    /** Has what was added outlive the end of the machine. Not through a channel, which an interrupt would close. */
    void force() throws IOException {
        if (!isForced) {
            file.getFD().sync();
            isForced = true;
        }
    }

    private void forceAnew() throws IOException {
        isForced = false;
        force();
    }

    private boolean hasRoom(byte[] record) {
        return end + SpoolFrame.HEADER + record.length <= maxBytes;
    }

    /**
     * Puts what is left where others were, if it fits in before itself: until the mark is changed, the file is as it was. Then
     * its end is where no record begins, whatever stands behind it. The disk gets each step before the next.
     */
    private void moveToFront() throws IOException {
        long left = end - first;
        if (SpoolHeader.BYTES + left + SpoolFrame.HEADER > first) {
            return;
        }
        forceAnew();
        copyToFront(left);
        file.seek(SpoolHeader.BYTES + left);
        file.write(new byte[SpoolFrame.HEADER]);
        forceAnew();
        mark(SpoolHeader.BYTES);
        forceAnew();
        end = SpoolHeader.BYTES + left;
        file.setLength(end);
    }

    private void copyToFront(long length) throws IOException {
        byte[] piece = new byte[(int) Math.min(length, LARGEST_PIECE)];
        for (long done = 0; done < length; done += piece.length) {
            int next = (int) Math.min(piece.length, length - done);
            file.seek(first + done);
            file.readFully(piece, 0, next);
            file.seek(SpoolHeader.BYTES + done);
            file.write(piece, 0, next);
        }
    }

    /** Null if it is damaged. */
    byte @Nullable [] first() throws IOException {
        return SpoolFrame.read(file, first, end);
    }

    /** Forgets the first record; all of them, if it was the last. */
    void remove(int length) throws IOException {
        long next = first + SpoolFrame.HEADER + length;
        if (next >= end) {
            clear();
        } else {
            mark(next);
        }
    }

    /** A mark beyond the end is one at the end, so nothing comes back that was removed. */
    private void clear() throws IOException {
        file.setLength(Math.min(SpoolHeader.BYTES, file.length()));
        mark(SpoolHeader.BYTES);
        end = SpoolHeader.BYTES;
    }

    private void mark(long firstRecord) throws IOException {
        SpoolHeader.write(file, firstRecord);
        first = firstRecord;
    }

    boolean isEmpty() {
        return first == end;
    }

    /** How many bytes at the end were no whole record. */
    long cut() {
        return cut;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
