// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.course.Work;
import io.profiler.autoconfigure.aop.ToldStacks.Told;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.point.TracePoint;
import io.profiler.test.CollectingSink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Looks at reactive requests of known truth: on whatever thread something is done, it is told of the span that does it. Where spans hand
 * over to one another, nothing of them lies on the stack, and a look is told of none.
 */
class SampledReactiveTest {

    private static final int ENOUGH = 100;
    private static final int MOST_REQUESTS = 500;
    private static final int MOST_WRONG_OF_A_PATH = 3;

    private static RunningApp app;

    private final Map<String, Integer> wrong = new TreeMap<>();
    private int right;
    private int untold;

    @BeforeAll
    static void start() {
        app = RunningApp.startReactive(
                ReactiveCourse.class,
                "profiler.trace-wsgi-transport=true",
                "profiler.samples.always=true",
                "profiler.samples.every=2ms");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    /** Ninety-nine in a hundred of all of them: of one path there would have to be many more, to tell one from two. */
    @Test
    void looksAreOfTheSpansThatWork() {
        for (String path : List.of("/hops", "/fan", "/stream", "/blocking", "/zip")) {
            int before = told();
            int wrongBefore = sumOfWrong();
            for (int i = 0; i < MOST_REQUESTS && told() < before + ENOUGH; i++) {
                count(app.profiled(path));
                app.bean(CollectingSink.class).clear();
            }
            assertThat(told()).as(path).isGreaterThanOrEqualTo(before + ENOUGH);
            assertThat(sumOfWrong() - wrongBefore).as("%s: %s", path, wrong).isLessThanOrEqualTo(MOST_WRONG_OF_A_PATH);
            assertThat(untold).as("of none, at %s", path).isLessThanOrEqualTo(told());
        }

        assertThat(sumOfWrong() * 100).as("of %d looks: %s", told(), wrong).isLessThanOrEqualTo(told());
    }

    private int told() {
        return right + sumOfWrong();
    }

    private int sumOfWrong() {
        return wrong.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void count(Trace trace) {
        trace.tree();
        Map<String, String> functions = new HashMap<>();
        for (TracePoint point : trace.points()) {
            if (point.info().get("function") instanceof Map<?, ?> function) {
                String name = String.valueOf(function.get("name"));
                functions.put(point.traceId(), name.substring(name.lastIndexOf('.') + 1));
            }
        }
        Map<?, ?> samples =
                (Map<?, ?>) Objects.requireNonNull(trace.info("wsgi-stop").get("samples"));
        for (Object entry : (List<?>) Objects.requireNonNull(samples.get("spans"))) {
            Map<?, ?> span = (Map<?, ?>) entry;
            boolean isOfNone = span.get("span") == null;
            String function = functions.getOrDefault(String.valueOf(span.get("span")), "wsgi");
            for (Told told : ToldStacks.of(span, (List<?>) Objects.requireNonNull(samples.get("frames")))) {
                count(told, isOfNone, function);
            }
        }
    }

    private void count(Told told, boolean isOfNone, String function) {
        List<String> working = told.calls().stream()
                .filter(call -> call.startsWith(Work.class.getName() + "."))
                .map(call -> call.substring(call.lastIndexOf('.') + 1))
                .filter(name -> !name.equals("work") && !name.equals("step"))
                .toList();
        if (working.isEmpty()) {
            return;
        }
        if (isOfNone) {
            untold += told.looks();
        } else if (working.equals(List.of(function))) {
            right += told.looks();
        } else {
            wrong.merge(working + " told of " + function, told.looks(), Integer::sum);
        }
    }
}
