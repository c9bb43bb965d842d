// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Texts that a page is made of, read from the class path. */
final class PageResource {

    private PageResource() {}

    /** The texts of several files, one after another. */
    static String texts(Class<?> beside, List<String> names) {
        return names.stream().map(name -> text(beside, name)).collect(Collectors.joining("\n"));
    }

    /** The text of a file that lies beside a class. */
    static String text(Class<?> beside, String name) {
        return read(beside, path(beside, name));
    }

    /** A script with all that it imports, which may lie in other jars. */
    static String script(Class<?> beside, String name) {
        return ScriptLinker.link(path(beside, name), path -> read(beside, path));
    }

    private static String path(Class<?> beside, String name) {
        return beside.getPackageName().replace('.', '/') + "/" + name;
    }

    private static String read(Class<?> beside, String path) {
        try (InputStream stream = beside.getClassLoader().getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException("the class path of " + beside + " has no " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
