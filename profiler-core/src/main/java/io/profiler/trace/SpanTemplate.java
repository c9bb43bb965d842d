// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

/** The names of the two points of a span, made once for all spans of a trace point. */
record SpanTemplate(String startName, String stopName) {

    /** With the ending, what the narrowest of the stores has room for. */
    static final int MAX_LENGTH = 200;

    static SpanTemplate of(String name) {
        String wireName = storable(name).replace('-', '_');
        return new SpanTemplate(wireName + "-start", wireName + "-stop");
    }

    private static String storable(String name) {
        return name.length() <= MAX_LENGTH && name.chars().noneMatch(SpanTemplate::isNotStorable)
                ? name
                : new BoundedText(MAX_LENGTH, Long.MAX_VALUE)
                        .add(name)
                        .toString()
                        .replace('\0', '\ufffd');
    }

    private static boolean isNotStorable(int character) {
        return character == 0 || Character.isSurrogate((char) character);
    }
}
