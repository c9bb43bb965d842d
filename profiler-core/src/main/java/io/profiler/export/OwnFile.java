// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that only its owner reads, and only one process uses. */
final class OwnFile {

    private OwnFile() {}

    /** Opens it, or makes it. */
    static RandomAccessFile open(Path path) throws IOException {
        create(path);
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            lock(file);
            return file;
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
}
