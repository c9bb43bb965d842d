// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.ConsoleAction;
import io.profiler.cli.console.Environment;
import io.profiler.cli.console.Remarks;
import io.profiler.cli.console.StandardOutput;
import io.profiler.cli.option.ConnectionStringOption;
import io.profiler.cli.option.StandardOptions;
import io.profiler.cli.option.StoredTraces;
import io.profiler.cli.view.TraceIds;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deletes traces. Whoever names each of them by its id has decided, and is not asked again. */
@Command(name = "delete", description = "Deletes traces from the store, without asking again.")
final class TraceDeleteCommand implements ConsoleAction {

    private final Environment environment;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Id of a trace, or how it begins.")
    private List<String> ids = new ArrayList<>();

    @Mixin
    private final ConnectionStringOption connectionString = new ConnectionStringOption();

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    TraceDeleteCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run(StandardOutput out, Remarks remarks) {
        List<String> unknown = new ArrayList<>();
        List<String> unclear = new ArrayList<>();
        try (StoredTraces store = connectionString.open(environment, remarks)) {
            for (String id : ids) {
                if (store.delete(id) == 0) {
                    deleteByBeginning(id, store, unknown, unclear);
                }
            }
        }
        failFor(unknown, unclear);
    }

    /** The last one is whichever came in meanwhile, so it has to be named. */
    private static void deleteByBeginning(String id, StoredTraces store, List<String> unknown, List<String> unclear) {
        try {
            if (id.equals(TraceIds.LAST) || store.delete(new TraceIds(store).meantBy(id)) == 0) {
                unknown.add(id);
            }
        } catch (CommandFailure ambiguous) {
            unclear.add(String.valueOf(ambiguous.getMessage()));
        }
    }

    private void failFor(List<String> unknown, List<String> unclear) {
        int failed = unknown.size() + unclear.size();
        if (failed > 0) {
            List<String> reasons = new ArrayList<>(unclear);
            if (!unknown.isEmpty()) {
                reasons.add("not found: " + String.join(", ", unknown));
            }
            throw new CommandFailure(
                    String.join("; ", reasons) + (failed < ids.size() ? "; the others are deleted" : ""));
        }
    }
}
