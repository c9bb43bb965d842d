// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.PointTime;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A trace of the doctor's own, which it writes, looks for and deletes again. */
final class TrialTrace {

    private static final int POINTS = 2;

    private final TraceStore store;
    private final String baseId = UUID.randomUUID().toString();

    TrialTrace(TraceStore store) {
        this.store = store;
    }

    String write() {
        AppendResult result = store.append(List.of(point("doctor-start"), point("doctor-stop")));
        if (result.rejected() > 0) {
            throw new CommandFailure(store + " refuses trace points");
        }
        return "a span";
    }

    private TracePoint point(String name) {
        return new TracePoint(
                name,
                baseId,
                baseId,
                baseId,
                PointTime.format(Instant.now()),
                Map.of("host", "profiler-doctor"),
                "profiler",
                "doctor");
    }

    String read() {
        return both(store.read(baseId).size(), "read");
    }

    /** Its time is that of this machine, so that it need not be the newest. */
    String list() {
        if (store.list(TraceQuery.newest(1)).isEmpty()) {
            throw new CommandFailure("the trace just written is not listed");
        }
        return "the newest trace is found";
    }

    String delete() {
        return both(store.delete(baseId), "deleted");
    }

    private static String both(long points, String done) {
        if (points != POINTS) {
            throw new CommandFailure(points + " of " + POINTS + " trace points " + done);
        }
        return POINTS + " trace points " + done;
    }
}
