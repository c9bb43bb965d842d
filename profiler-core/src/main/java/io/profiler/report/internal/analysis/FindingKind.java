// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

/** What can be wrong with the data of a trace. */
public enum FindingKind {
    /** Spans that a service has recorded, and that are not in the trace. */
    LOST,
    /** Events that say less than they would, because a limit was reached. */
    CUT,
    /** Several spans at the top, and none of them belongs there; or no span at the top at all. */
    NO_ROOT,
    /** More than one span that belongs at the top, and not each of them served a request. */
    SEVERAL_ROOTS,
    /** Spans that are their own ancestors, or below such; no root leads to them. */
    PARENT_CYCLE,
    /** Spans whose parent is not in the trace. */
    ORPHAN,
    /** Spans without a stop. */
    UNFINISHED,
    /** Spans without a start. */
    NEVER_STARTED,
    /** Spans without a name, an id, a parent or a host. */
    MISSING_FIELD,
    /** Spans of which a timestamp cannot be read. */
    UNREADABLE_TIME,
    /** Spans that end before they begin. */
    NEGATIVE_DURATION,
    /** Spans that reach beyond their parent, which ran on another host. */
    CLOCK_SKEW,
    /** Spans later than the moment at which the trace is looked at. */
    FUTURE,
    /** Spans from before there were traces. */
    PAST
}
