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
        try (InputStream stream = beside.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no resource " + name + " beside " + beside);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
