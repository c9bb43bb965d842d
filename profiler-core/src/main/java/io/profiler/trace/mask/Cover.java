// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

import java.util.BitSet;

/** Which characters of a text are not shown. */
final class Cover {

    private final BitSet covered = new BitSet();

    void add(int from, int to) {
        if (from < to) {
            covered.set(from, to);
        }
    }

    /** The text with each covered stretch replaced. */
    String of(CharSequence raw, ReadText text) {
        if (covered.isEmpty()) {
            return raw.toString();
        }
        StringBuilder shown = new StringBuilder(raw.length());
        int from = 0;
        for (int at = covered.nextSetBit(0); at >= 0; at = covered.nextSetBit(from)) {
            shown.append(raw, text.start(from), text.start(at)).append(SecretMask.MASK);
            from = covered.nextClearBit(at);
        }
        return shown.append(raw, text.start(from), raw.length()).toString();
    }
}
