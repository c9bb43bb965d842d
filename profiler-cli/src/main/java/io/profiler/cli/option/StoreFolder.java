// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.option;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.file.FileFailure;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder with jars of stores, or of what they need. */
record StoreFolder(Path path) {

    /**
     * What is in the jars, beneath what the parent has.
     *
     * @throws CommandFailure if there is no jar, or one cannot be read
     */
    ClassLoader classLoader(ClassLoader parent) {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars()) {
            urls.add(url(jar));
        }
        return new URLClassLoader("stores", urls.toArray(URL[]::new), parent);
    }

    private List<Path> jars() {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*.jar")) {
            files.forEach(jars::add);
        } catch (IOException unreadable) {
            throw unusable(unreadable, path);
        }
        if (jars.isEmpty()) {
            throw new CommandFailure("cannot take stores from " + path + ": no jar is in it");
        }
        return jars.stream().sorted().toList();
    }

    /** Opens it once, because a class loader would pass over what is no jar. */
    private static URL url(Path jar) {
        try {
            FileSystems.newFileSystem(jar).close();
            return jar.toUri().toURL();
        } catch (IOException unreadable) {
            throw unusable(unreadable, jar);
        }
    }

    private static CommandFailure unusable(IOException failure, Path file) {
        return new CommandFailure("cannot take stores from " + FileFailure.in(failure, file));
    }
}
