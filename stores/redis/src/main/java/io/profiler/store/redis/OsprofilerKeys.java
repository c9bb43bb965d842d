// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

/** OSprofiler's keys, and ours, which none of its patterns matches. */
final class OsprofilerKeys {

    /** Before the id of a trace: the list of its points, the newest first. */
    static final String POINTS = "osprofiler_opt:";

    /** Before the id of a trace and more: one point, as OSprofiler wrote them before it had lists. */
    static final String LEGACY = "osprofiler:";

    /** Before the id of a trace: its last error. */
    static final String FAILED = "osprofiler_error:";

    /** Ours, before the id of a trace: the set of the points in its list. */
    static final String IDS = "osprofiler_ids:";

    /** Ours, before the id of a trace: what the points that we wrote add up to. */
    static final String FIGURES = "osprofiler_figures:";

    /** Ours: the ids of the traces that we wrote, by when they were last active. */
    static final String ACTIVE = "osprofiler_active";

    /** Of keys, ids and fields that are looked at for a list, where there may be thousands; no trace in one has a longer id. */
    static final int LONGEST_LISTED_BYTES = 4_096;

    private OsprofilerKeys() {}

    /** A pattern for keys that begin like this. */
    static String beginningWith(String prefix) {
        return prefix.replaceAll("[\\\\*?\\[\\]]", "\\\\$0") + "*";
    }
}
