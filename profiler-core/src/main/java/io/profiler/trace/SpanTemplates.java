// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.internal.FirstUsed;
import io.profiler.trace.mask.SecretMask;

/** Templates of spans by their names: words mostly, but they may be made of an application's values. Thread-safe. */
final class SpanTemplates {

    private static final int LONGEST_WORD = 32;
    private static final int MOST_WORDS = 1_000;

    private final SecretMask mask;
    private final FirstUsed<String, SpanTemplate> words = new FirstUsed<>(MOST_WORDS, SpanTemplate::of);

    SpanTemplates(SecretMask mask) {
        this.mask = mask;
    }

    SpanTemplate of(String name) {
        return isWord(name)
                ? words.of(name)
                : SpanTemplate.of(new ValueText(mask, SpanTemplate.MAX_LENGTH)
                        .masked(name)
                        .toString());
    }

    private static boolean isWord(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!Character.isLetter(name.charAt(i)) && name.charAt(i) != '_') {
                return false;
            }
        }
        return name.length() <= LONGEST_WORD;
    }
}
