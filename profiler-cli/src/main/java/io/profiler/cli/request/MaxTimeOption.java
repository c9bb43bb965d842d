// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.option.DurationConverter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that ends the reading of an answer that does not end. */
final class MaxTimeOption {

    private static final Duration LONGEST = Duration.ofDays(7);

    @Option(
            names = "--max-time",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "Read an answer for so long at most, such as 10s, and go on with what its trace has by then: for a"
                            + " stream of events, which has no end.")
    private @Nullable Duration time;

    /** @throws CommandFailure if that is no time to wait */
    void check() {
        if (time != null && (time.toMillis() < 1 || time.compareTo(LONGEST) > 0)) {
            throw new CommandFailure("--max-time is 1ms to 7d");
        }
    }

    /** For a request that is sent now. */
    Deadline fromNow() {
        return new Deadline(time);
    }
}
