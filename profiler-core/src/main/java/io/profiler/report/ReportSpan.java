// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import io.profiler.internal.BoundedTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One span of a report: what ran between a start and a stop. Times are microseconds since the first event of the trace;
 * a report saved from an SQL store knows them to the millisecond only. Names, ids and texts stand as they were recorded.
 *
 * @param traceId id of the span
 * @param parentId id of the span above, or of the trace at the top
 * @param name name of its first event, cut at the first {@code -}
 * @param project project that its first event names
 * @param service service that its first event names
 * @param host host that its first event names
 * @param events its events in the order of their arrival
 * @param startedMicros when it began; if its start is missing, when it ended
 * @param finishedMicros when it ended; if its stop is missing, when it began
 * @param error the error that ended it, null if none did
 * @since 0.1
 */
public record ReportSpan(
        String traceId,
        String parentId,
        String name,
        @Nullable String project,
        @Nullable String service,
        @Nullable String host,
        List<SpanEvent> events,
        long startedMicros,
        long finishedMicros,
        @Nullable SpanError error) {

    /** Copies the list of events, but not the events. */
    public ReportSpan {
        events = List.copyOf(events);
    }

    /** {@return how long it took, in microseconds; negative if clocks disagree, 0 if its start or stop is missing} */
    public long durationMicros() {
        return BoundedTime.minus(finishedMicros, startedMicros);
    }

    /** {@return whether an event started it; if not, its start was dropped, or is not stored yet} */
    public boolean hasStart() {
        for (SpanEvent event : events) {
            if (!event.isStop()) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether an event ended it; if not, it was running when the trace was read, or its process died} */
    public boolean hasStop() {
        for (SpanEvent event : events) {
            if (event.isStop() && !event.isManifest()) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether both its start and its stop are known, so that its duration is} */
    public boolean isFinished() {
        return hasStart() && hasStop();
    }

    /**
     * {@return what it was about, in a few words and as it stands in the data} The request, the function or the statement;
     * null if no event says.
     */
    public @Nullable String subject() {
        return SpanSubject.of(this);
    }

    /**
     * {@return the same without what differs where spans do the same} A request is its method and route, or else its path with
     * {@code {id}} for what looks like an id; a statement is one line with {@code ?} for each value and {@code (…)} for a list
     * of them; in a command of another system than SQL, numbers and ids are {@code ?}. Null where {@link #subject} is. Made of the
     * data each time, in steps that grow with them.
     */
    public @Nullable String sharedSubject() {
        return SharedSubject.of(this);
    }

    /** {@return the whole text of the statement that it executed, null if it executed none} */
    public @Nullable String statement() {
        return SpanSubject.wholeStatement(this);
    }

    /** {@return the request that it served or sent, method first, a sent one with its host; null if it did neither} */
    public @Nullable String request() {
        return SpanSubject.request(this);
    }

    /** {@return the request that it served; null if it served none, even if it sent one} */
    public @Nullable String servedRequest() {
        return SpanSubject.servedRequest(this);
    }

    /** {@return the status that it answered a request with, as it stands in the data; null if none was recorded} */
    public @Nullable String httpStatus() {
        return HttpStatus.of(this);
    }

    /** {@return whether its {@link #httpStatus()} is 400 or higher: the client's error, or the server's} */
    public boolean isAnsweredWithError() {
        return HttpStatus.isError(httpStatus());
    }

    /** {@return the whole name of the function that it ran, with its class; null if no event names one} */
    public @Nullable String function() {
        return SpanSubject.wholeFunction(this);
    }

    /** {@return the service it ran in, as {@code project/service}, or the one of them that it names; empty if neither} */
    public String qualifiedService() {
        String inProject = project == null ? "" : project;
        String inService = service == null ? "" : service;
        return inProject.isEmpty() || inService.isEmpty() ? inProject + inService : inProject + '/' + inService;
    }

    /** {@return when it began, in whole milliseconds since the first event, as OSprofiler counts} */
    public long startedMillis() {
        return startedMicros / 1000;
    }

    /** {@return when it ended, in whole milliseconds since the first event, as OSprofiler counts} */
    public long finishedMillis() {
        return finishedMicros / 1000;
    }

    SpanStatistics statistics() {
        return new SpanStatistics(1, finishedMillis() - startedMillis());
    }
}
