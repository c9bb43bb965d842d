// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.file.FileFailure;
import io.profiler.cli.option.FileNameConverter;
import io.profiler.cli.option.StoredTraces;
import io.profiler.cli.view.TraceIds;
import io.profiler.point.TracePoint;
import io.profiler.report.InvalidReportException;
import io.profiler.report.Report;
import io.profiler.report.saved.SavedReport;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the trace that a person means by an id, or by the name of a file. */
final class TraceSource {

    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(-?\\p{XDigit}{4}){3}-?\\p{XDigit}{12}");
    private static final Pattern PATH =
            Pattern.compile(".*[/\\\\].*|.*\\.json", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Supplier<StoredTraces> stores;

    TraceSource(Supplier<StoredTraces> stores) {
        this.stores = stores;
    }

    /**
     * Reads the trace; one without a span to show is none.
     *
     * @throws CommandFailure if there is no such trace
     */
    Report read(String trace) {
        boolean isFile = !UUID.matcher(trace).matches() && !trace.equals(TraceIds.LAST);
        Path file = isFile ? file(trace) : null;
        Report report = file == null ? stored(trace) : saved(file);
        if (report.roots().isEmpty()) {
            boolean noSpans = report.statistics().isEmpty();
            throw new CommandFailure(
                    !noSpans ? onlyCycles(trace) : file == null ? notFound(trace) : file + " holds no spans");
        }
        return report;
    }

    private static @Nullable Path file(String trace) {
        try {
            Path file = Path.of(trace);
            return Files.exists(file) && !Files.isDirectory(file) ? file : null;
        } catch (InvalidPathException noFile) {
            return null;
        }
    }

    private static Report saved(Path file) {
        try {
            return SavedReport.read(Files.readString(file));
        } catch (InvalidReportException | CharacterCodingException invalid) {
            String reason = invalid instanceof InvalidReportException ? invalid.getMessage() : "it is not UTF-8";
            throw new CommandFailure(file + " is not a report of 'trace show --json': " + reason);
        } catch (IOException unreadable) {
            throw new CommandFailure("cannot read " + FileFailure.in(unreadable, file));
        }
    }

    private Report stored(String id) {
        try (StoredTraces store = store(id)) {
            List<TracePoint> points = id.equals(TraceIds.LAST) ? List.of() : store.read(id);
            boolean known = !points.isEmpty() || UUID.matcher(id).matches();
            return Report.of(known ? points : store.read(new TraceIds(store).meantBy(id)));
        }
    }

    /** Whoever meant a file need not be asked for a store. */
    private StoredTraces store(String id) {
        try {
            return stores.get();
        } catch (CommandFailure noStore) {
            throw looksLikeFile(id)
                    ? new CommandFailure(noFile(id) + "; if it is the id of a trace, " + noStore.getMessage())
                    : noStore;
        }
    }

    private static boolean looksLikeFile(String trace) {
        return PATH.matcher(trace).matches();
    }

    /** A name that this locale cannot have is not looked for. */
    private static String noFile(String trace) {
        try {
            return "there is no file " + Path.of(trace);
        } catch (InvalidPathException refused) {
            return FileNameConverter.refusal(trace);
        }
    }

    private static String notFound(String trace) {
        return "trace " + trace + " not found" + (looksLikeFile(trace) ? ", and " + noFile(trace) : "")
                + "; check the id, the connection string, and that the service is profiled with the HMAC key that signed"
                + " the request";
    }

    private static String onlyCycles(String trace) {
        return "trace " + trace + " has no span at the top: all of its spans are in a parent cycle";
    }
}
