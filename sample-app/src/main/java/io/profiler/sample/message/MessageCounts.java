// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

/** How many messages there are. */
public record MessageCounts(long free, long claimed) {

    public long total() {
        return free + claimed;
    }
}
