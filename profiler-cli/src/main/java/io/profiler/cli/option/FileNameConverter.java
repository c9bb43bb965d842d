// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.option;

import io.profiler.cli.console.CommandFailure;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes an argument for the name of a file. */
public final class FileNameConverter implements ITypeConverter<Path> {

    @Override
    public Path convert(String name) {
        try {
            return Path.of(EmptyArguments.unmarked(name));
        } catch (InvalidPathException refused) {
            throw new TypeConversionException(refusal(name));
        }
    }

    /** @throws CommandFailure if that cannot be the name of a file */
    public static Path file(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException refused) {
            throw new CommandFailure(refusal(name));
        }
    }

    /** Why a name cannot be that of a file. */
    public static String refusal(String name) {
        return name.chars().allMatch(c -> c < 0x80)
                ? "'" + name + "' cannot be the name of a file"
                : "'" + name + "' has letters that this locale's file names cannot have; set LC_ALL=C.UTF-8";
    }
}
