// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.internal.Surrogates;

/** The name of a span, and those of its two points, made once for all spans of a trace point. */
record SpanTemplate(String name, String startName, String stopName) {

    /** With the ending, what the narrowest of the stores has room for. */
    static final int MAX_LENGTH = 200;

    static SpanTemplate of(String name) {
        String wireName = storable(name).replace('-', '_');
        return new SpanTemplate(wireName, wireName + "-start", wireName + "-stop");
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
