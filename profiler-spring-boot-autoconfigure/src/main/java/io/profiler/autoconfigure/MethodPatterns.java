// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.trace.jvm.MethodPattern;
import java.util.List;

/** Reads {@code profiler.trace-methods}. */
final class MethodPatterns {

    private static final String PROPERTY = "'profiler.trace-methods'";

    private MethodPatterns() {}

    static List<MethodPattern> of(List<String> texts) {
        return texts.stream()
                .filter(text -> !text.isBlank())
                .map(MethodPatterns::of)
                .toList();
    }

    private static MethodPattern of(String text) {
        try {
            return MethodPattern.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw new ProfilerConfigurationException(
                    PROPERTY + ": '" + text.strip() + "' names no methods.",
                    "Set " + PROPERTY + " to methods of classes by their whole names, separated by commas, for example"
                            + " com.acme.Price::of, com.acme.Price::*, com.acme.Outer$Inner::* or @com.acme.Priced.");
        }
    }
}
