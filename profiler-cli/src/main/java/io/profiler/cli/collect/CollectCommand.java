// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.collect;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.ConsoleAction;
import io.profiler.cli.console.Environment;
import io.profiler.cli.console.Progress;
import io.profiler.cli.console.Remarks;
import io.profiler.cli.console.StandardOutput;
import io.profiler.cli.option.ConnectionStringOption;
import io.profiler.cli.option.DurationConverter;
import io.profiler.cli.option.StandardOptions;
import io.profiler.collect.Collector;
import io.profiler.collect.CollectorCounts;
import io.profiler.collect.CollectorSettings;
import io.profiler.internal.VisibleText;
import io.profiler.store.OpenedStores;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.messaging.TracePointQueue;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Moves trace points from RabbitMQ into a store. */
@Command(
        name = "collect",
        description = {
            "Moves trace points from RabbitMQ into a store, until it is told to end.",
            "What has arrived is stored first. Any number of collectors can share the queue."
        })
public final class CollectCommand implements ConsoleAction {

    private static final int USUAL_COLUMNS = 80;

    private final Environment environment;

    @Mixin
    private final ConnectionStringOption connectionString = new ConnectionStringOption();

    @Option(
            names = "--batch-size",
            paramLabel = "POINTS",
            defaultValue = "1000",
            description = "How many trace points are stored at once; by default ${DEFAULT-VALUE}.")
    private int batchSize;

    @Option(
            names = "--prefetch",
            paramLabel = "MESSAGES",
            defaultValue = "2000",
            description = "How many messages may be in hand; by default ${DEFAULT-VALUE}.")
    private int prefetch;

    @Option(names = "--filter-error-trace", description = "Also index failed traces, for 'trace list --error-trace'.")
    private boolean filterErrorTrace;

    @Option(
            names = "--retention",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long traces are kept, such as 7d; by default forever.")
    private @Nullable Duration retention;

    @Option(names = "--until-empty", description = "End when nothing waits in the queue.")
    private boolean untilEmpty;

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    public CollectCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run(StandardOutput out, Remarks remarks) {
        requireRetention();
        try (Termination termination = new Termination();
                OpenedStores stores = connectionString.openForWriting(environment, filterErrorTrace, retention);
                TracePointQueue queue = connectionString.queue(environment)) {
            Collector collector = collector(queue, stores);
            queue.subscribe(CollectorSettings.defaults().toLook()).close();
            lookFor(stores, remarks);
            termination.by(collector::stop);
            collect(
                    collector,
                    ProgressLine.of(
                            collector,
                            remarks.terminal(),
                            environment.columns(USUAL_COLUMNS),
                            Progress.isSeen(environment, remarks)));
            tell(collector.counts(), stores, out);
        }
    }

    /** Who waits for the end is told at once; else the store may still be starting, and what arrives can wait. */
    private void lookFor(OpenedStores stores, Remarks remarks) {
        try {
            stores.append(List.of());
        } catch (StoreUnavailableException away) {
            if (untilEmpty) {
                throw away;
            }
            remarks.add(away.getMessage() + "; what arrives waits in the queue meanwhile");
        }
    }

    /** With none at all, what is collected would be gone at once. */
    private void requireRetention() {
        if (retention != null && retention.isZero()) {
            throw new CommandFailure("--retention is zero; leave it out to keep traces forever");
        }
    }

    private Collector collector(TracePointQueue queue, OpenedStores stores) {
        try {
            CollectorSettings defaults = CollectorSettings.defaults();
            return new Collector(
                    queue,
                    stores,
                    new CollectorSettings(
                            prefetch,
                            batchSize,
                            defaults.flushInterval(),
                            defaults.maxBackOff(),
                            defaults.messageBytes()));
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(String.valueOf(wrong.getMessage()));
        }
    }

    private void collect(Collector collector, ProgressLine progress) {
        try {
            if (untilEmpty) {
                collector.runUntilEmpty();
            } else {
                collector.run();
            }
        } finally {
            progress.end();
        }
    }

    private void tell(CollectorCounts counts, OpenedStores stores, StandardOutput out) {
        String place = new VisibleText(environment.charset()).of(stores.toString());
        out.println("Collected " + counts.stored() + " trace points into " + place + ", and "
                + (counts.unreadable() + counts.rejected()) + " dead letters");
        out.flush();
    }
}
