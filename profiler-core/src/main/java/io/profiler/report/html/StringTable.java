// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives each text a number, so that a text which many spans share is written once. Number 0 is the empty text. */
final class StringTable {

    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    StringTable() {
        numberOf("");
    }

    /** The number of a text; that of the empty one for null. */
    int numberOf(@Nullable String text) {
        return numbers.computeIfAbsent(text == null ? "" : text, added -> numbers.size());
    }

    /** All texts, by number. */
    Set<String> texts() {
        return numbers.keySet();
    }
}
