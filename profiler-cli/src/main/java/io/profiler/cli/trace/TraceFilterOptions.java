// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.cli.option.DurationConverter;
import io.profiler.cli.option.EmptyArguments;
import io.profiler.cli.option.QueryTextConverter;
import io.profiler.store.StatusFilter;
import io.profiler.store.TraceQuery;
import io.profiler.store.internal.QueryText;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Says which traces a command is about. */
final class TraceFilterOptions {

    @Option(
            names = "--error-trace",
            arity = "0..1",
            fallbackValue = "yes",
            defaultValue = "",
            paramLabel = "ANY",
            description = "Only traces with an error, which a service with profiler.filter-error-trace marks."
                    + " Any value but an empty one means yes, even 'False', as for osprofiler.")
    private String errorTrace = "";

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = SinceConverter.class,
            description = "Only traces that began since a time in UTC, such as 2026-01-31 or 2026-01-31T12:00, or in"
                    + " the time before now, such as 2h or 7d.")
    private @Nullable Instant since;

    @Option(
            names = "--min-duration",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Only traces that took so long or longer, such as 50ms.")
    private @Nullable Duration minDuration;

    @Option(names = "--service", paramLabel = "NAME", description = "Only traces that began in this service.")
    private @Nullable String service;

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            description = "Only traces whose name holds this text, whatever its case, such as 'GET /v2'.")
    private @Nullable String name;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            converter = StatusConverter.class,
            description =
                    "Only traces whose first request was answered so: 404, 5xx, or failed for 400 and above, and where no"
                            + " status is known, for a span with an error.")
    private @Nullable StatusFilter status;

    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            converter = OrderConverter.class,
            description = "What comes first: started (the latest, the default), duration, spans, or errors.")
    private TraceQuery.@Nullable Order order;

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            converter = LimitConverter.class,
            description = "So many traces at most; 0 for all. Without it 'trace list' prints 20 on a terminal and all"
                    + " elsewhere, and 'trace stats' adds up 100.")
    private @Nullable Integer limit;

    boolean limitIsGiven() {
        return limit != null;
    }

    /**
     * The traces that the options ask for.
     *
     * @param otherwise how many at most, unless an option says; 0 for all
     */
    TraceQuery query(int otherwise) {
        TraceQuery query = new TraceQuery(
                !EmptyArguments.unmarked(errorTrace).isEmpty(),
                since,
                minDuration,
                service,
                name,
                order == null ? TraceQuery.Order.STARTED : order,
                limit == null ? otherwise : limit);
        return query.withStatus(status);
    }

    static final class SinceConverter extends QueryTextConverter<Instant> {

        SinceConverter() {
            super(text -> QueryText.since(text, Instant.now()));
        }
    }

    static final class StatusConverter extends QueryTextConverter<StatusFilter> {

        StatusConverter() {
            super(QueryText::status);
        }
    }

    static final class OrderConverter extends QueryTextConverter<TraceQuery.Order> {

        OrderConverter() {
            super(QueryText::order);
        }
    }

    static final class LimitConverter extends QueryTextConverter<Integer> {

        LimitConverter() {
            super(QueryText::limit);
        }
    }
}
