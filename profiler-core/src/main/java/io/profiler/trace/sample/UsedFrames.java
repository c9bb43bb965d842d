// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** The methods that a text names, in the order in which it does. */
final class UsedFrames {

    /** Quotation marks and a comma. */
    private static final int PUNCTUATION = 3;

    private static final int LONGEST_ESCAPE = 6;

    private final IntFunction<String> nameOf;
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private long length;

    UsedFrames(IntFunction<String> nameOf) {
        this.nameOf = nameOf;
    }

    int numberOf(int frame) {
        return numbers.computeIfAbsent(frame, missing -> add(nameOf.apply(missing)));
    }

    private int add(String name) {
        names.add(name);
        length += lengthOf(name);
        return names.size() - 1;
    }

    private static long lengthOf(String name) {
        long length = PUNCTUATION;
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            length += character >= ' ' && character < 127 && character != '"' && character != '\\' ? 1 : LONGEST_ESCAPE;
        }
        return length;
    }

    /** Forgets all but the first ones. */
    void keep(int first) {
        List<String> forgotten = names.subList(first, names.size());
        forgotten.forEach(name -> length -= lengthOf(name));
        forgotten.clear();
        numbers.values().removeIf(number -> number >= first);
    }

    int count() {
        return names.size();
    }

    List<String> names() {
        return names;
    }

    /** How long they are as JSON. */
    long length() {
        return length;
    }
}
