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
        try (StoredTraces store = connectionString.open(environment, remarks)) {
            for (String id : ids) {
                if (store.delete(id) == 0 && !isDeletedByBeginning(id, store)) {
                    unknown.add(id);
                }
            }
        }
        failFor(unknown);
    }

    /** The last one is whichever came in meanwhile, so it has to be named. */
    private static boolean isDeletedByBeginning(String id, StoredTraces store) {
        return !id.equals(TraceIds.LAST) && store.delete(new TraceIds(store).meantBy(id)) > 0;
    }

    private void failFor(List<String> unknown) {
        if (!unknown.isEmpty()) {
            throw new CommandFailure("not found: " + String.join(", ", unknown)
                    + (unknown.size() < ids.size() ? "; the others are deleted" : ""));
        }
    }
}
