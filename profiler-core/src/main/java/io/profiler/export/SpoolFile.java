// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Records one after another, of which the first is taken away again and again: a mark, where the first one begins, and each
 * with its length and a checksum before it. What a crash has torn is cut off. An interrupt does not close it.
 */
final class SpoolFile implements Closeable {

    private static final long MARK = 0x5052_4f46_5350_4c31L;
    private static final int HEADER = 2 * Long.BYTES;
    private static final int RECORD_HEADER = 2 * Integer.BYTES;

    private final RandomAccessFile file;
    private final long maxBytes;
    private long first;
    private long end;
    private long cut;

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
        create(path);
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            lock(file);
            SpoolFile opened = new SpoolFile(file, maxBytes);
            opened.recover(present);
            return opened;
        } catch (IOException | RuntimeException | Error unusable) {
            file.close();
            throw unusable;
        }
    }

    private static void create(Path path) throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        Set<PosixFilePermission> ownerAlone = PosixFilePermissions.fromString("rw-------");
        if (!Files.exists(path)) {
            Files.createFile(
                    path,
                    posix
                            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(ownerAlone)}
                            : new FileAttribute<?>[0]);
        } else if (posix) {
            Files.setPosixFilePermissions(path, ownerAlone);
        }
    }

    private static void lock(RandomAccessFile file) throws IOException {
        try {
            if (file.getChannel().tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException takenHere) {
            throw new IOException("it is in use already", takenHere);
        }
        throw new IOException("another process uses it");
    }

    private void recover(Consumer<byte[]> present) throws IOException {
        if (file.length() == 0) {
            clear();
            return;
        }
        if (file.length() < HEADER || file.readLong() != MARK) {
            throw new IOException("it is not one that the profiler made");
        }
        first = Math.max(HEADER, Math.min(file.readLong(), file.length()));
        end = first;
        for (byte[] record = read(end, file.length()); record != null; record = read(end, file.length())) {
            present.accept(record);
            end += RECORD_HEADER + record.length;
        }
        cut = file.length() - end;
        file.setLength(end);
    }

    /** Null if there is no whole record. */
    private byte @Nullable [] read(long at, long limit) throws IOException {
        if (at + RECORD_HEADER > limit) {
            return null;
        }
        file.seek(at);
        int length = file.readInt();
        int checksum = file.readInt();
        if (length <= 0 || at + RECORD_HEADER + length > limit) {
            return null;
        }
        byte[] record = new byte[length];
        file.readFully(record);
        return checksum(record) == checksum ? record : null;
    }

    private static int checksum(byte[] record) {
        CRC32C checksum = new CRC32C();
        checksum.update(record);
        return (int) checksum.getValue();
    }

    /** Whether there was room for it. What cannot be written leaves the file as it was. */
    boolean add(byte[] record) throws IOException {
        if (end + RECORD_HEADER + record.length > maxBytes) {
            return false;
        }
        byte[] whole = ByteBuffer.allocate(RECORD_HEADER + record.length)
                .putInt(record.length)
                .putInt(checksum(record))
                .put(record)
                .array();
        try {
            file.seek(end);
            file.write(whole);
        } catch (IOException full) {
            file.setLength(end);
            throw full;
        }
        end += whole.length;
        return true;
    }

    /** Null if it is damaged. */
    byte @Nullable [] first() throws IOException {
        return read(first, end);
    }

    /** Forgets the first record; all of them, if it was the last. */
    void remove(int length) throws IOException {
        first += RECORD_HEADER + length;
        if (first >= end) {
            clear();
        } else {
            mark();
        }
    }

    void clear() throws IOException {
        first = HEADER;
        end = HEADER;
        mark();
        file.setLength(HEADER);
    }

    private void mark() throws IOException {
        file.seek(0);
        file.write(ByteBuffer.allocate(HEADER).putLong(MARK).putLong(first).array());
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
