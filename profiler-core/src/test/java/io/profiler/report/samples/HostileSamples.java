// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

import static io.profiler.report.samples.SampledTrace.FRAMES;
import static io.profiler.report.samples.SampledTrace.entry;
import static io.profiler.report.samples.SampledTrace.samples;

import io.profiler.report.Report;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Samples as no sampler writes them. */
public final class HostileSamples {

    private static final String COMB =
            IntStream.range(0, 20_000).mapToObj(i -> i + "(").collect(Collectors.joining());

    private HostileSamples() {}

    /** Reports whose samples are wrong, each in another way. */
    public static Stream<Report> all() {
        return Stream.of(
                        "samples",
                        List.of("samples"),
                        Map.of(),
                        Map.of("spans", "0=1r", "frames", "a", "every", "10", "taken", List.of()),
                        Map.of("spans", Arrays.asList(null, 1, "x", List.of(), Map.of()), "every", Double.NaN),
                        Map.of("every", -1, "taken", Long.MIN_VALUE, "left_out", Double.POSITIVE_INFINITY),
                        samples(-1, -1, Arrays.asList(null, 1, List.of()), entry("r", "0=1r 1=1r 2=1r 3=1r", "1:0")),
                        samples(1, 0, FRAMES, entry("r", 1, 2), entry("r", "0=1r", List.of()), Map.of("span", 3)),
                        stacks("("),
                        stacks(")"),
                        stacks("=1r"),
                        stacks("0="),
                        stacks("0=r,=,,3"),
                        stacks("0=-5r 0=0l"),
                        stacks("-1=1r"),
                        stacks("99999999999999999999=99999999999999999999r"),
                        stacks("4294967296=4294967297r 2147483647=2147483647l"),
                        stacks("((((0=1r))))))))1=1r"),
                        stacks("0=1r\0\ud800<>\"(1=1l"),
                        stacks("(".repeat(65_536)),
                        stacks("0(".repeat(32_768) + "1=1r"),
                        stacks(COMB + "1=1r"),
                        stacks("0=9r ".repeat(100_000)),
                        stacks("9".repeat(1_000_000)),
                        times(":"),
                        times("1"),
                        times("1:"),
                        times("1:9 2:-1 3:x"),
                        times("-1:0"),
                        times("2147483647:0 ".repeat(1000)),
                        times("99999999999999999999:0"),
                        times("0:0 ".repeat(500_000)))
                .map(SampledTrace::report);
    }

    static Object stacks(String stacks) {
        return samples(1, 0, FRAMES, entry("r", stacks, "1:0 2:1 3:2"));
    }

    private static Object times(String times) {
        return samples(1, 0, FRAMES, entry("r", "0=1r", times));
    }
}
