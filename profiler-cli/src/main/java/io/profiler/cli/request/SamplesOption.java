// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.option.DurationConverter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that has the threads of requests looked at. */
final class SamplesOption {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    @Option(
            names = "--samples",
            arity = "0..1",
            fallbackValue = "10ms",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "Look at the threads of the request, to see which methods its time goes to: every 10ms, or every"
                            + " TIME as in --samples=20ms.")
    private @Nullable Duration every;

    /** How long after one look the next one comes; zero for no look. */
    Duration period() {
        if (every == null) {
            return Duration.ZERO;
        }
        if (every.toMillis() < 1 || every.compareTo(LONGEST) > 0) {
            throw new CommandFailure("looks are 1ms to 1m apart");
        }
        return every;
    }
}
