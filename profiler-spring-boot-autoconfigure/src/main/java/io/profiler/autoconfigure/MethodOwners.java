// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.trace.jvm.MethodPattern;
import java.util.List;

/** Reads {@code profiler.methods-by-token}. */
final class MethodOwners {

    private static final String PROPERTY = "'profiler.methods-by-token'";

    private MethodOwners() {}

    static List<String> of(List<String> texts) {
        return texts.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(MethodOwners::of)
                .toList();
    }

    private static String of(String text) {
        if (!MethodPattern.isOwner(text)) {
            throw new ProfilerConfigurationException(
                    PROPERTY + ": '" + text + "' is the name of no package or class.",
                    "Set " + PROPERTY
                            + " to whole names, separated by commas, for example com.acme, com.acme.pricing.Price.");
        }
        return text;
    }
}
