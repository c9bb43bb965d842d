// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.profiler.internal.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipal;

/** Whose a file is, as far as its file system tells. */
final class FileOwnership {

    private FileOwnership() {}

    private static boolean isKnown(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /**
     * Nothing but a file of whoever runs this may be where it is expected.
     *
     * @throws IOException if there is a link, or a file of somebody else's
     */
    static void require(Path path) throws IOException {
        if (!Files.isRegularFile(path, NOFOLLOW_LINKS)) {
            throw new IOException("it is a link, or no file");
        }
        if (isKnown(path) && !attributes(path).readAttributes().owner().equals(thisUser(path))) {
            throw new IOException("it belongs to another user");
        }
    }

    static void makePrivate(Path path) throws IOException {
        if (isKnown(path)) {
            PosixFileAttributeView attributes = attributes(path);
            PosixFileAttributes present = attributes.readAttributes();
            if (!present.permissions().equals(OwnerOnly.PERMISSIONS)) {
                attributes.setPermissions(OwnerOnly.PERMISSIONS);
            }
        }
    }

    private static PosixFileAttributeView attributes(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class, NOFOLLOW_LINKS);
    }

    /** Whose a new file is: who has no name, as in many containers, can make some all the same. */
    private static UserPrincipal thisUser(Path path) throws IOException {
        Path file = temporaryFile(path);
        try {
            return Files.getOwner(file);
        } finally {
            Files.delete(file);
        }
    }

    private static Path temporaryFile(Path path) throws IOException {
        try {
            return Files.createTempFile(path.toAbsolutePath().getParent(), ".profiler", null);
        } catch (IOException takesNoOthers) {
            return Files.createTempFile("profiler", null);
        }
    }
}
