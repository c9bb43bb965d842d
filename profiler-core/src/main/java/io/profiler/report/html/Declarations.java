// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import java.util.ArrayDeque;
import java.util.Deque;

/** Follows a script through its brackets, and knows which statements declare constants. */
final class Declarations {

    /** For each bracket that is open, and outside of all: whether the statement in it declares some. */
    private final Deque<Boolean> statements = new ArrayDeque<>();

    private boolean endedWithOne;

    Declarations() {
        statements.push(false);
    }

    /** Passes a sign of the script that is no part of a text. */
    void pass(char sign) {
        switch (sign) {
            case '{', '(', '[' -> statements.push(false);
            case '}', ')', ']' -> statements.pop();
            case ';' -> {
                endedWithOne = statements.pop();
                statements.push(false);
            }
            default -> {}
        }
    }

    /**
     * A declaration begins.
     *
     * @return whether the last statement that a semicolon ended was one as well
     */
    boolean begin() {
        statements.pop();
        statements.push(true);
        return endedWithOne;
    }
}
