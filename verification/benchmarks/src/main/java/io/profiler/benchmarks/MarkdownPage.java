// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page that keeps the table of the last run, between two comments that name it. */
public final class MarkdownPage {

    private MarkdownPage() {}

    /** Replaces a table in the page that {@code -DtableIn=FILE} names; does nothing without. */
    public static void replaceTable(String name, String table) throws IOException {
        String file = System.getProperty("tableIn");
        if (file != null) {
            Path page = Path.of(file);
            Files.writeString(page, withTable(Files.readString(page), name, table));
        }
    }

    private static String withTable(String page, String name, String table) {
        Matcher old = Pattern.compile("(?s)(<!-- %1$s table -->\n).*?(<!-- end of %1$s table -->)".formatted(name))
                .matcher(page);
        if (!old.find()) {
            throw new IllegalArgumentException("the page has no place for the table of the " + name);
        }
        return old.replaceFirst("$1" + Matcher.quoteReplacement(table + "\n") + "$2");
    }
}
