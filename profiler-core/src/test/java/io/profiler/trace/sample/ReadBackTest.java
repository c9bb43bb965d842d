// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.profiler.point.TracePoint;
import io.profiler.report.Rendering;
import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import io.profiler.report.samples.CallForest;
import io.profiler.report.samples.Look;
import io.profiler.report.samples.LookKind;
import io.profiler.report.saved.SavedReport;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is written of looks is read by reports. */
class ReadBackTest {

    private static final long MILLI = 1_000_000;

    private final Looks looks = new Looks(10 * MILLI, 0);
    private final Samples samples = new Samples();
    private int taken;

    private void saw(String outermostFirst, Thread.State state) {
        List<String> calls = Arrays.asList(outermostFirst.split(" "));
        StackTraceElement[] stack = new StackTraceElement[calls.size()];
        for (int i = 0; i < stack.length; i++) {
            stack[stack.length - 1 - i] = Stacks.element(calls.get(i));
        }
        long at = 10 * MILLI * ++taken;
        looks.keep("thread", at, at, stack, state);
    }

    private Report report(String spanId) {
        looks.read((key, before, after, stack, kind) -> samples.add(spanId, stack, 0, kind, before));
        TracePoint start = TracePoints.start("wsgi", "r", "base", 0);
        Map<String, ?> info = Map.of("samples", samples.toInfo(looks, 0, 0, 900_000_000));
        return Report.of(List.of(start, TracePoints.point("wsgi-stop", "r", "base", 900_000, info)));
    }

    private static io.profiler.report.samples.Samples read(Report report) {
        return io.profiler.report.samples.Samples.of(report);
    }

    @Test
    void eachLookIsInItsMethodAndAtItsTime() {
        saw("a.A.a a.B.b", Thread.State.RUNNABLE);
        saw("a.A.a a.B.b", Thread.State.BLOCKED);
        saw("a.A.a", Thread.State.RUNNABLE);
        saw("c.C.c java.lang.Thread.sleep", Thread.State.TIMED_WAITING);

        Report report = report("r");
        CallForest forest = read(report).in(report.roots().get(0));

        assertThat(forest.looks())
                .extracting(
                        Look::atMicros,
                        look -> forest.methodOf(forest.leaves().get(look.leaf())),
                        look -> forest.leaves().get(look.leaf()).kind())
                .containsExactly(
                        tuple(10_000L, "a.B.b", LookKind.RUNNING),
                        tuple(20_000L, "a.B.b", LookKind.LOCK),
                        tuple(30_000L, "a.A.a", LookKind.RUNNING),
                        tuple(40_000L, "c.C.c", LookKind.SLEEP));
    }

    @Test
    void ofAsManyAsARequestHasNoneIsCountedTwice() {
        Map<String, Long> seen = new HashMap<>();
        for (int i = 0; i < Looks.MOST; i++) {
            String method = "com.acme.shop.Service" + i % 17 + ".call" + i % 3;
            saw(
                    "com.acme.shop.Controller.list com.acme.shop.Facade.find" + i % 7 + " " + method,
                    Thread.State.RUNNABLE);
            seen.merge(method, 1L, Long::sum);
        }

        Report report = SavedReport.read(Rendering.json(report("r")));
        io.profiler.report.samples.Samples read = read(report);
        Map<String, Long> counted = new HashMap<>();
        read.in(report.roots().get(0)).hotspots().forEach(hotspot -> counted.put(hotspot.method(), hotspot.looks()));

        assertThat(read.samplings().get(0).taken()).isEqualTo(Looks.MOST);
        assertThat(read.count() + read.samplings().get(0).leftOut()).isEqualTo(Looks.MOST);
        assertThat(counted).isEqualTo(seen);
    }

    @Test
    void whatCouldNotBeToldIsOfNoSpan() {
        saw("a.A.a", Thread.State.RUNNABLE);

        assertThat(read(report(null)).untold().count()).isEqualTo(1);
    }
}
