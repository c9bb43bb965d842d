// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.doctor;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.ConsoleAction;
import io.profiler.cli.console.Environment;
import io.profiler.cli.console.Remarks;
import io.profiler.cli.console.StandardOutput;
import io.profiler.cli.option.ConnectionStringOption;
import io.profiler.cli.option.StandardOptions;
import io.profiler.store.OpenedStores;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tries out each store that a connection string names. */
@Command(
        name = "doctor",
        description = {
            "Checks a store, one line a check.",
            "Whether it answers, what is in it, whether traces can be written, read back, listed and deleted, and whether"
                    + " indexes and clock are right."
        },
        footer = {"profiler doctor --connection-string mongodb://localhost:27017"})
public final class DoctorCommand implements ConsoleAction {

    private final Environment environment;

    @Mixin
    private final ConnectionStringOption connectionString = new ConnectionStringOption();

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    public DoctorCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run(StandardOutput out, Remarks remarks) {
        CheckLines lines = new CheckLines(out, environment.charset());
        try (OpenedStores stores = connectionString.openAll(environment)) {
            stores.writers().forEach(each -> new StoreChecks(new OpenedStores(List.of(each)), lines).run());
        }
        if (lines.failed() > 0) {
            throw new CommandFailure(lines.failed() == 1 ? "1 check failed" : lines.failed() + " checks failed");
        }
    }
}
