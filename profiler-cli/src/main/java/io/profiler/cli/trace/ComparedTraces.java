// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.cli.console.CommandFailure;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which traces are compared: one with one, or several with several. */
final class ComparedTraces {

    private static final String TRACE =
            "Id of a trace, how it begins, or 'last'; or a file with a saved report, if there is one of that name.";

    @Parameters(index = "0", arity = "0..1", paramLabel = "BEFORE", description = TRACE)
    private String one = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "AFTER", description = TRACE)
    private String other = "";

    @Option(
            names = "--base",
            arity = "1..*",
            paramLabel = "BEFORE",
            description = "Instead: several traces of the same request, whose medians are compared.")
    private List<String> base = List.of();

    @Option(
            names = "--new",
            arity = "1..*",
            paramLabel = "AFTER",
            description = "With --base: those that they are compared with.")
    private List<String> changed = List.of();

    /**
     * The traces of both sides.
     *
     * @throws CommandFailure if a side has none, or is named twice
     */
    void check() {
        boolean pair = !one.isEmpty() || !other.isEmpty();
        boolean lists = !base.isEmpty() || !changed.isEmpty();
        if (pair && lists) {
            throw new CommandFailure("the traces are named either as BEFORE AFTER, or by --base and --new");
        }
        if (before().contains("") || after().contains("") || before().isEmpty() || after().isEmpty()) {
            throw new CommandFailure("two traces are needed: BEFORE AFTER, or several by --base and --new");
        }
    }

    List<String> before() {
        return base.isEmpty() && changed.isEmpty() ? List.of(one) : base;
    }

    List<String> after() {
        return base.isEmpty() && changed.isEmpty() ? List.of(other) : changed;
    }
}
