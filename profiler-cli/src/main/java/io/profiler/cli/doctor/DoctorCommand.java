// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.doctor;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.ConsoleAction;
import io.profiler.cli.console.Environment;
import io.profiler.cli.console.Progress;
import io.profiler.cli.console.Remarks;
import io.profiler.cli.console.StandardOutput;
import io.profiler.cli.option.ConnectionStringOption;
import io.profiler.cli.option.StandardOptions;
import io.profiler.cli.option.StoredTraces;
import io.profiler.cli.request.Answer;
import io.profiler.cli.request.HmacKeyOption;
import io.profiler.store.OpenedStores;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries out each store that a connection string names, or the way of a trace from an application into it. */
@Command(
        name = "doctor",
        description = {
            "Checks a store, or with --application the whole way of a trace, one line a check.",
            "Of a store: whether it answers, what is in it, whether traces can be written, read back, listed and deleted,"
                    + " and whether indexes and clock are right. Of an application: whether it profiles a request that is"
                    + " signed, if not, why; whether the trace arrives, whether it is whole, and how much it explains."
        },
        footer = {
            "profiler doctor --connection-string mongodb://localhost:27017",
            "profiler doctor --application http://localhost:8080/owners/1 --hmac-key KEY"
        })
public final class DoctorCommand implements ConsoleAction {

    private final Environment environment;

    @Option(
            names = "--application",
            paramLabel = "URL",
            description = "What to GET, some times, from the application: a page of it that does no harm.")
    private @Nullable String application;

    @Option(
            names = {"-H", "--header"},
            paramLabel = "HEADER",
            description = "A header for the application, 'Name: value'; may be repeated.")
    private List<String> headers = new ArrayList<>();

    @Option(
            names = "--actuator",
            paramLabel = "URL",
            description =
                    "Where the application's Actuator answers; without it at /actuator of the same host and port.")
    private @Nullable String actuator;

    @Mixin
    private final HmacKeyOption hmacKey = new HmacKeyOption();

    @Mixin
    private final ConnectionStringOption connectionString = new ConnectionStringOption();

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    public DoctorCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run(StandardOutput out, Remarks remarks) {
        CheckLines lines =
                new CheckLines(out, environment.charset(), checking -> Progress.of(checking, environment, remarks));
        if (application == null) {
            checkStores(lines);
        } else {
            checkApplication(application, lines, remarks);
        }
        if (lines.failed() > 0) {
            throw new CommandFailure(lines.failed() == 1 ? "1 check failed" : lines.failed() + " checks failed");
        }
    }

    private void checkStores(CheckLines lines) {
        try (OpenedStores stores = connectionString.openAll(environment)) {
            stores.writers().forEach(each -> new StoreChecks(new OpenedStores(List.of(each)), lines).run());
        }
    }

    private void checkApplication(String url, CheckLines lines, Remarks remarks) {
        TriedApplication tried = new TriedApplication(url, headers, hmacKey.key(environment), actuator);
        Answer answer = new ApplicationChecks(tried, lines).run();
        if (answer == null) {
            TraceChecks.skip("nothing was profiled", lines);
        } else if (!connectionString.isGiven(environment)) {
            TraceChecks.skip("give --connection-string to look for the trace", lines);
        } else if (!isFound(new TraceChecks(answer.trace().id(), tried.coverage(), lines), remarks)) {
            checkStores(lines);
        }
    }

    private boolean isFound(TraceChecks trace, Remarks remarks) {
        try (StoredTraces store = connectionString.open(environment, remarks)) {
            return trace.run(store);
        }
    }
}
