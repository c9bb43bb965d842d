// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.doctor;

import io.profiler.cli.console.CommandFailure;
import io.profiler.point.PointTime;
import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.OpenedStores;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** A trace of the doctor's own, which it writes, looks for and deletes again. */
final class TrialTrace {

    private static final int POINTS = 2;
    private static final String SERVICE = "doctor";

    private final OpenedStores store;
    private final String baseId = UUID.randomUUID().toString();
    private final Instant begun = Instant.now();

    TrialTrace(OpenedStores store) {
        this.store = store;
    }

    String write() {
        AppendResult result = store.append(List.of(point("doctor-start"), point("doctor-stop")));
        if (result.rejected() > 0) {
            String reason = result.rejections().stream()
                    .map(rejection -> ": " + rejection.reason())
                    .findFirst()
                    .orElse("");
            throw new CommandFailure(store + " refuses trace points" + reason);
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
                SERVICE);
    }

    String read() {
        return both(reader(() -> store.onlyTakes(baseId)).read(baseId).size(), "read");
    }

    String list() {
        if (reader(store::onlyTakes).list(ofItsTime()).stream()
                .noneMatch(trace -> trace.baseId().equals(baseId))) {
            throw new CommandFailure("the trace just written is not listed");
        }
        return "the trace just written is found";
    }

    private TraceQuery ofItsTime() {
        return new TraceQuery(false, begun.minusMillis(1), null, SERVICE, null, TraceQuery.Order.STARTED, 0);
    }

    String delete() {
        return both(reader(store::onlyTakes).delete(baseId), "deleted");
    }

    /** What is left by a write that did not succeed. */
    String deleteRest() {
        return reader(store::onlyTakes).delete(baseId) + " of " + POINTS + " trace points had been written";
    }

    private TraceReader reader(Supplier<String> onlyTakes) {
        return store.reader().orElseThrow(() -> new CheckWarning(onlyTakes.get()));
    }

    private static String both(long points, String done) {
        if (points != POINTS) {
            throw new CommandFailure(points + " of " + POINTS + " trace points " + done);
        }
        return POINTS + " trace points " + done;
    }
}
