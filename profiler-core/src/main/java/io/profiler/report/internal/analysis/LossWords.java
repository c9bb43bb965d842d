// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

/** Reasons for which trace points are lost, in words; none of them is what a report holds, which may be anything. */
final class LossWords {

    /** Nobody has told why. */
    static final String ON_THE_WAY = "not stored";

    private LossWords() {}

    static String of(String reason) {
        return switch (reason) {
            case "queue_full" -> "queue full";
            case "queue_bytes" -> "queue full of text";
            case "rejected" -> "refused by the store";
            case "shutdown" -> "shut down";
            case "limit" -> "limit of spans reached";
            default -> "another reason";
        };
    }
}
