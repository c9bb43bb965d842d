// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

import java.util.ArrayDeque;
import java.util.Deque;

/** The brackets that are open at a place of a text. */
final class Brackets {

    private static final int MAX_OPEN = 64;

    private final Deque<Character> open = new ArrayDeque<>();
    private final Deque<NamedValue> objects = new ArrayDeque<>();

    Brackets() {
        objects.push(new NamedValue(0));
    }

    void pass(ReadText text, int at) {
        char character = text.at(at);
        if (isOpener(character)) {
            if (open.size() < MAX_OPEN) {
                open.push(character);
                objects.push(new NamedValue(at));
            }
        } else if (!open.isEmpty() && closer(open.peek()) == character) {
            open.pop();
            objects.pop();
        }
    }

    private static boolean isOpener(char character) {
        return character == '[' || character == '(' || character == '{';
    }

    private static char closer(char opener) {
        return opener == '[' ? ']' : opener == '(' ? ')' : '}';
    }

    /** {@link ReadText#NONE} outside of all brackets. */
    char innermost() {
        return open.isEmpty() ? ReadText.NONE : open.peek();
    }

    /** What is known of the object in these brackets. */
    NamedValue object() {
        return objects.peek();
    }
}
