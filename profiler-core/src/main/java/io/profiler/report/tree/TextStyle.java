// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

/** Emphasis in a terminal: Select Graphic Rendition of ECMA-48. */
enum TextStyle {
    PLAIN(""),
    STRONG("1"),
    FAINT("2"),
    ERROR("1;31"),
    WARNING("33"),
    TIME("36");

    private static final String INTRODUCER = "\u001b[";

    private final String parameters;

    TextStyle(String parameters) {
        this.parameters = parameters;
    }

    String apply(String text) {
        return this == PLAIN || text.isEmpty() ? text : INTRODUCER + parameters + "m" + text + INTRODUCER + "0m";
    }
}
