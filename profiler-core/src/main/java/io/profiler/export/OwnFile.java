// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.profiler.internal.OwnerOnly;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A file that only its owner reads, and only one process uses; it is where its name says, and no link to another. */
final class OwnFile {

    private OwnFile() {}

    /** Opens it, or makes it. */
    static RandomAccessFile open(Path path) throws IOException {
        if (Files.notExists(path, NOFOLLOW_LINKS)) {
            Files.createFile(path, OwnerOnly.attributes(path));
        }
        FileOwnership.require(path);
        RandomAccessFile file = openItself(path);
        try {
            FileOwnership.makePrivate(path);
            lock(file.getChannel());
            return file;
        } catch (IOException | RuntimeException | Error unusable) {
            file.close();
            throw unusable;
        }
    }

    /** A channel can be told to follow no link, but is closed by an interrupt; the file that is not has to be the same one. */
    private static RandomAccessFile openItself(Path path) throws IOException {
        try (FileChannel itself = FileChannel.open(path, Set.of(READ, WRITE, NOFOLLOW_LINKS))) {
            lock(itself);
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            if (!isLockedHere(file)) {
                file.close();
                throw new IOException("it was replaced meanwhile");
            }
            FileOwnership.require(path);
            return file;
        }
    }

    private static void lock(FileChannel file) throws IOException {
        try {
            if (file.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException takenHere) {
            throw new IOException("it is in use already", takenHere);
        }
        throw new IOException("another process uses it");
    }

    /** Java refuses to lock what this process has locked, by whatever name it was opened. */
    private static boolean isLockedHere(RandomAccessFile file) throws IOException {
        try {
            FileLock another = file.getChannel().tryLock();
            if (another != null) {
                another.release();
            }
            return false;
        } catch (OverlappingFileLockException itself) {
            return true;
        }
    }
}
