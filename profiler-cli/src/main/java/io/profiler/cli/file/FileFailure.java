// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says in a few words what is wrong with a file. */
public final class FileFailure {

    private FileFailure() {}

    public static String in(IOException failure, Path file) {
        return file + ": " + reason(failure);
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (failure instanceof NotDirectoryException) {
            return "it is not a directory";
        }
        String reason = failure instanceof FileSystemException fileSystem ? fileSystem.getReason() : null;
        return reason == null ? String.valueOf(failure.getMessage()) : reason;
    }
}
