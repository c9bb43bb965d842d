// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

/** A value with a long text, that counts how often it is asked for it. */
final class CountedText {

    private int asked;

    int asked() {
        return asked;
    }

    @Override
    public String toString() {
        asked++;
        return "t".repeat(2_000);
    }
}
