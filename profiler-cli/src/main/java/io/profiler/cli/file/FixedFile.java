// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.file;

import io.profiler.internal.OwnerOnly;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * A file whose place nothing can take: it is mounted by itself, or its folder is somebody else's. It can only be written
 * into.
 *
 * @param path where it is
 * @param readableByAll whether others may read it
 */
record FixedFile(Path path, boolean readableByAll) {

    boolean isWritable() {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && Files.isWritable(path);
    }

    /**
     * Gives it the content of another. It follows no link that somebody has put there meanwhile.
     *
     * @throws IOException if it cannot be written, or others may read it who should not
     */
    void overwriteBy(Path other) throws IOException {
        requireRoomFor(other);
        if (!readableByAll) {
            hide();
        }
        try (OutputStream content = Files.newOutputStream(
                path, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING, LinkOption.NOFOLLOW_LINKS)) {
            Files.copy(other, content);
        }
    }

    /** Before what is there is lost. */
    private void requireRoomFor(Path other) throws IOException {
        if (Files.getFileStore(path).getUsableSpace() < Files.size(other)) {
            throw new FileSystemException(path.toString(), null, "there is no room for it");
        }
    }

    private void hide() throws IOException {
        PosixFileAttributeView rights =
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (rights == null
                || OwnerOnly.PERMISSIONS.containsAll(rights.readAttributes().permissions())) {
            return;
        }
        try {
            rights.setPermissions(OwnerOnly.PERMISSIONS);
        } catch (IOException ofSomebodyElse) {
            throw new FileSystemException(path.toString(), null, "others may read it, which --public allows");
        }
    }
}
