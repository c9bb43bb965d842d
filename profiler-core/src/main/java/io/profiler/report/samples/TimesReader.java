// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

import io.profiler.internal.BoundedTime;
import java.util.List;

/**
 * Reads {@code times}: {@code 1043:0 102:0 99:1} is a look for each pair, with the tenths of a millisecond since the look
 * before and the leaf where it found the thread. Ends where it cannot be read, as all that follows has no time then. Used
 * once.
 */
final class TimesReader {

    private static final int MICROS_OF_TENTH = 100;

    private final TextCursor text;
    private final List<Integer> leaves;
    private final ForestDraft forest;

    TimesReader(String text, List<Integer> leaves, ForestDraft forest) {
        this.text = new TextCursor(text);
        this.leaves = leaves;
        this.forest = forest;
    }

    void read(long sinceMicros) {
        long atMicros = sinceMicros;
        while (text.isAtNumber()) {
            int tenths = text.number();
            if (tenths == TextCursor.NO_NUMBER || !text.skip(':')) {
                return;
            }
            atMicros = BoundedTime.plus(atMicros, (long) tenths * MICROS_OF_TENTH);
            add(atMicros, text.number());
            text.skip(' ');
        }
    }

    private void add(long atMicros, int written) {
        int leaf = written >= 0 && written < leaves.size() ? leaves.get(written) : ForestDraft.NO_LEAF;
        if (leaf != ForestDraft.NO_LEAF) {
            forest.look(atMicros, leaf);
        }
    }
}
