// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

/** How much is read of a whole trace, whatever its points hold. A service writes no more than 64 KiB. Not thread-safe. */
final class Room {

    /** Deeper calls are told as one. */
    static final int MOST_DEPTH = 256;

    /** More than any sampler looks in one go, so that sums are far from overflowing. */
    static final int MOST_LOOKS_OF_A_LEAF = 1_000_000;

    private int characters = 4_000_000;
    private int calls = 100_000;
    private int looks = 200_000;

    /** The beginning of a text that there is room for. */
    String fitting(String text) {
        String kept = text.substring(0, Math.min(characters, text.length()));
        characters -= kept.length();
        return kept;
    }

    boolean takeCall() {
        calls = Math.max(-1, calls - 1);
        return calls >= 0;
    }

    boolean takeLook() {
        looks = Math.max(-1, looks - 1);
        return looks >= 0;
    }
}
