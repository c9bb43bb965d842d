// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.internal.Surrogates;
import java.util.Set;

/**
 * The name of a span, and those of its two points, made once for all spans of a trace point.
 *
 * @param isLayer whether it is the name of a layer of an application
 */
record SpanTemplate(String name, String startName, String stopName, boolean isLayer) {

    /** With the ending, what the narrowest of the stores has room for. */
    static final int MAX_LENGTH = 200;

    private static final Set<String> LAYERS =
            Set.of("controller", "message_store", "management_store", "service", "repository");

    static SpanTemplate of(String name) {
        String wireName = storable(name).replace('-', '_');
        return new SpanTemplate(wireName, wireName + "-start", wireName + "-stop", LAYERS.contains(wireName));
    }

    private static String storable(String name) {
        return name.length() <= MAX_LENGTH && name.indexOf('\0') < 0 && !Surrogates.areIn(name)
                ? name
                : new BoundedText(MAX_LENGTH, Long.MAX_VALUE)
                        .add(name)
                        .toString()
                        .replace('\0', '\ufffd');
    }
}
