// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.store.ReadLimit;

/**
 * How much of what a search found comes at a time.
 *
 * @param hits how many documents
 * @param bytes how long an answer may be; the client holds all of it
 */
record Pages(int hits, int bytes) {

    /** Of ids and times, which are short. */
    static final Pages OF_IDS = new Pages(500, Integer.MAX_VALUE);

    /** Of whole documents, of which one may have megabytes. */
    static final Pages OF_DOCUMENTS = new Pages(500, 32 << 20);

    private static final int FEWER = 10;

    boolean areSmallest() {
        return hits == 1;
    }

    /** For whoever found an answer too long. Without a limit one document is taken as it is. */
    Pages smaller(ReadLimit limit) {
        int fewer = Math.max(1, hits / FEWER);
        return new Pages(fewer, fewer == 1 && limit.equals(ReadLimit.NONE) ? Integer.MAX_VALUE : bytes);
    }
}
