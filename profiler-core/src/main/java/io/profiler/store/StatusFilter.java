// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

/**
 * Which answers a list of traces is about, by the HTTP status of the first request of each.
 *
 * @param from the lowest status
 * @param to the highest one; both count
 * @param orErrors also traces whose status is not known and in which a span ended in an error
 * @since 0.1
 */
public record StatusFilter(int from, int to, boolean orErrors) {

    /** {@link TraceSummary#isFailed() Failed} traces: those of errors of HTTP, and, where no status is known, those with errors. */
    public static final StatusFilter FAILED = new StatusFilter(400, 999, true);

    /**
     * Checks the order of the two.
     *
     * @throws IllegalArgumentException if the highest status is below the lowest
     */
    public StatusFilter {
        if (to < from) {
            throw new IllegalArgumentException("no status is " + from + " or above and " + to + " or below");
        }
    }

    /**
     * {@return the filter for one status}
     *
     * @param status such as 404
     */
    public static StatusFilter of(int status) {
        return new StatusFilter(status, status, false);
    }

    boolean matches(TraceSummary trace) {
        Integer status = trace.status();
        return status == null ? orErrors && trace.errors() > 0 : status >= from && status <= to;
    }
}
