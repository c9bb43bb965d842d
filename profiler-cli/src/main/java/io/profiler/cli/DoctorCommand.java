// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.PointTime;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.WriteOnlyStoreException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tries out a store: one line for each thing that it has to do, with a trace of its own that it deletes again. */
@Command(
        name = "doctor",
        description = "Checks that traces can be written to a store, read back, listed and deleted, one line a check.")
final class DoctorCommand implements ConsoleAction {

    private final Surroundings surroundings;
    private final String baseId = UUID.randomUUID().toString();

    @Mixin
    private final ConnectionStringOption connectionString = new ConnectionStringOption();

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run(PrintWriter out, PrintWriter err) {
        int failed = 0;
        try (TraceStore store = connectionString.open(surroundings)) {
            failed += check(out, "write", () -> write(store));
            failed += check(out, "read back", () -> read(store));
            failed += check(out, "list", () -> list(store));
            failed += check(out, "delete", () -> delete(store));
        }
        if (failed > 0) {
            throw new CommandFailure(failed + " of 4 checks failed");
        }
    }

    private static int check(PrintWriter out, String name, Supplier<String> action) {
        try {
            out.println("ok      " + name + ": " + action.get());
            return 0;
        } catch (WriteOnlyStoreException writeOnly) {
            out.println("warn    " + name + ": " + writeOnly.getMessage());
            return 0;
        } catch (StoreUnavailableException | CommandFailure failed) {
            out.println("FAILED  " + name + ": " + failed.getMessage());
            return 1;
        }
    }

    private String write(TraceStore store) {
        List<TracePoint> points = List.of(point("doctor-start"), point("doctor-stop"));
        AppendResult result = store.append(points);
        if (result.rejected() > 0) {
            throw new CommandFailure(store + " refuses trace points");
        }
        return "a span into " + store;
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

    private String read(TraceStore store) {
        return both(store.read(baseId).size(), "read");
    }

    private static String list(TraceStore store) {
        int traces = store.list(TraceQuery.newest(1)).size();
        if (traces == 0) {
            throw new CommandFailure("the trace just written is not listed");
        }
        return "the newest trace is found";
    }

    private String delete(TraceStore store) {
        return both(store.delete(baseId), "deleted");
    }

    private static String both(long points, String done) {
        if (points != 2) {
            throw new CommandFailure(points + " of 2 trace points " + done);
        }
        return "2 trace points " + done;
    }
}
