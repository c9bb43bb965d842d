// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** One option for each {@link TraceFormat}, of which at most one may be given. */
final class TraceFormatOption {

    private @Nullable TraceFormat chosen;

    void addTo(CommandSpec command) {
        ArgGroupSpec.Builder options = ArgGroupSpec.builder().exclusive(true).multiplicity("0..1");
        for (TraceFormat format : TraceFormat.values()) {
            options.addArg(option(format));
        }
        command.addArgGroup(options.build());
    }

    private OptionSpec option(TraceFormat format) {
        return OptionSpec.builder(format.option())
                .type(boolean.class)
                .description(format.description())
                .setter(setter(format))
                .build();
    }

    private ISetter setter(TraceFormat format) {
        return new ISetter() {
            @Override
            public <T> @Nullable T set(T given) {
                if (Boolean.TRUE.equals(given)) {
                    chosen = format;
                }
                return null;
            }
        };
    }

    /** Null if none was given. */
    @Nullable
    TraceFormat chosen() {
        return chosen;
    }
}
