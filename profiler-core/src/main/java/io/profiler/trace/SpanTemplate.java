// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

/** The names of the two points of a span, made once for all spans of a trace point. */
record SpanTemplate(String startName, String stopName) {

    static SpanTemplate of(String name) {
        String wireName = name.replace('-', '_');
        return new SpanTemplate(wireName + "-start", wireName + "-stop");
    }
}
