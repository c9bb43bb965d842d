// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.file;

import io.profiler.cli.console.CommandFailure;
import io.profiler.internal.OwnerOnly;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.UUID;

/**
 * A file that appears whole or not at all: it is written beside its place, and takes it at the end. A link in that place is
 * replaced, not followed; what is no file, such as a pipe, is written to as it is, and so is at the end a file whose place
 * nothing can take.
 */
public final class OutputFile {

    /** Where the names of what this process has open are links. */
    private static final Set<Path> OPEN_ALREADY = Set.of(Path.of("/dev"), Path.of("/dev/fd"), Path.of("/proc/self/fd"));

    private final Path path;
    private final boolean readableByAll;

    /** Writes the content into the file it is given. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path file) throws IOException;
    }

    /**
     * @param readableByAll whether it gets the rights of any new file; else nobody but its owner has any
     */
    public OutputFile(Path path, boolean readableByAll) {
        this.path = path;
        this.readableByAll = readableByAll;
    }

    /**
     * @throws CommandFailure if it cannot be written; then what was there before is as it was, but for a file whose place nothing
     *     can take, if it can be begun but not ended
     */
    public void write(Content content) {
        try {
            if (isReplaceable()) {
                replaceBy(content);
            } else {
                content.writeTo(path);
            }
        } catch (IOException unwritable) {
            throw new CommandFailure("cannot write " + FileFailure.in(unwritable, path));
        }
    }

    private boolean isReplaceable() throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "it is a directory");
        }
        return !OPEN_ALREADY.contains(folder()) && (Files.isRegularFile(path) || !Files.exists(path));
    }

    private Path folder() {
        Path parent = path.toAbsolutePath().normalize().getParent();
        return parent == null ? path.toAbsolutePath() : parent;
    }

    private void replaceBy(Content content) throws IOException {
        FixedFile fixed = new FixedFile(path, readableByAll);
        Path draft = draft(fixed);
        draft.toFile().deleteOnExit();
        try {
            content.writeTo(draft);
            bringToPlace(draft, fixed);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Path draft(FixedFile fixed) throws IOException {
        try {
            return Files.createFile(folder().resolve(".profiler-" + UUID.randomUUID() + ".tmp"), rights());
        } catch (IOException refused) {
            if (!fixed.isWritable()) {
                throw refused;
            }
            return Files.createTempFile("profiler-", ".tmp");
        }
    }

    private void bringToPlace(Path draft, FixedFile fixed) throws IOException {
        try {
            Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            if (!fixed.isWritable()) {
                throw refused;
            }
            fixed.overwriteBy(draft);
        }
    }

    private FileAttribute<?>[] rights() {
        return readableByAll ? new FileAttribute<?>[0] : OwnerOnly.attributes(path);
    }
}
