// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SamplesTest {

    private static final long MILLI = 1_000_000;

    private final Looks looks = new Looks(10 * MILLI, 0);
    private final Samples samples = new Samples();

    @Test
    void stacksBecomeAForestAndTimes() {
        saw("a.A.a a.B.b", Thread.State.RUNNABLE, 5);
        saw("a.A.a a.B.b", Thread.State.RUNNABLE, 15);
        saw("a.A.a a.B.b", Thread.State.BLOCKED, 25);
        saw("a.A.a", Thread.State.RUNNABLE, 35);
        saw("c.C.c java.lang.Thread.sleep", Thread.State.TIMED_WAITING, 45);

        assertThat(info("span", 0))
                .containsEntry("taken", 5)
                .containsEntry("left_out", 0)
                .containsEntry("frames", List.of("a.A.a", "a.B.b", "c.C.c", "java.lang.Thread.sleep"))
                .containsEntry(
                        "spans",
                        List.of(Map.of(
                                "span",
                                "span",
                                "stacks",
                                "0=1r(1=2r,1l) 2(3=1z)",
                                "times",
                                "50:1 100:1 100:2 100:0 100:3")));
    }

    @Test
    void itIsToldFromWhenToWhenSomebodyLooked() {
        Looks late = new Looks(10 * MILLI, 7 * MILLI);
        late.end();

        Map<String, Object> info = samples.toInfo(late, 2 * MILLI, 0, Long.MAX_VALUE);

        assertThat(info).containsEntry("every", 10.0).containsEntry("from", 5.0);
        assertThat((double) info.get("to")).isBetween(5.0, System.nanoTime() / 1e6);
    }

    @Test
    void whatIsOutsideTheSpanIsNotTold() {
        saw("a.A.a a.B.b a.C.c", Thread.State.RUNNABLE, 5);

        assertThat(info(null, 2))
                .containsEntry("frames", List.of("a.C.c"))
                .containsEntry("spans", List.of(Map.of("stacks", "0=1r", "times", "50:0")));
    }

    @Test
    void proxiesAndReflectionAreNotToldUnlessTheyAreOnTop() {
        saw("a.A.a a.A$$SpringCGLIB$$0.b java.lang.reflect.Method.invoke a.B.b", Thread.State.RUNNABLE, 5);
        saw("a.A.a java.lang.reflect.Method.invoke", Thread.State.RUNNABLE, 6);

        assertThat(info("span", 0))
                .containsEntry("frames", List.of("a.A.a", "a.B.b", "java.lang.reflect.Method.invoke"));
    }

    @Test
    void whatIsRareCountsForItsCallerWhereThereIsNoRoom() {
        for (int i = 0; i < 10_000; i++) {
            saw("a.A.frequent", Thread.State.RUNNABLE, i);
            saw("a.A.a a.Rare.method" + i, Thread.State.RUNNABLE, i);
        }

        Map<String, Object> info = info("span", 0);

        assertThat(new JsonMapper().writeValueAsBytes(info)).hasSizeBetween(30_000, Samples.LONGEST);
        assertThat(info)
                .containsEntry("taken", 20_000)
                .containsEntry("left_out", 0)
                .containsEntry("frames", List.of("a.A.frequent", "a.A.a"));
        assertThat(info.get("spans"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .singleElement()
                .extracting("stacks")
                .isEqualTo("0=10000r 1=10000r");
    }

    /** As with hundreds of statements in a loop. */
    @Test
    @SuppressWarnings("unchecked")
    void ofSpansThatWereSeenOnceAsManyAreToldAsHaveRoom() throws Exception {
        int spans = 2_000;
        for (int i = 0; i < spans; i++) {
            saw("a.A.a org.h2.Driver.read" + i % 7, Thread.State.RUNNABLE, 10 * i);
        }
        saw("a.A.often", Thread.State.RUNNABLE, 10 * spans);
        saw("a.A.often", Thread.State.BLOCKED, 10 * spans + 10);
        AtomicInteger look = new AtomicInteger();
        looks.read((key, before, after, stack, kind) -> samples.add(
                look.get() < spans ? "%036d".formatted(look.getAndIncrement()) : "often", stack, 0, kind, before));

        Map<String, Object> info = samples.toInfo(looks, 0, 0, Long.MAX_VALUE);
        List<Map<String, Object>> told = (List<Map<String, Object>>) info.get("spans");

        assertThat(new JsonMapper().writeValueAsBytes(info).length).isBetween(50_000, Samples.LONGEST);
        assertThat(info).containsEntry("taken", spans + 2).containsEntry("left_out", 0);
        assertThat(told).hasSizeBetween(350, 600);
        assertThat(told.subList(0, told.size() - 1))
                .allSatisfy(entry -> assertThat(entry).containsKeys("span", "stacks", "times"));
        assertThat(told.get(0)).containsEntry("span", "often");
        assertThat(told.get(told.size() - 1)).doesNotContainKey("span").containsKey("times");
    }

    @Test
    @SuppressWarnings("unchecked")
    void whereOneSpanIsTooLargeTheOthersKeepTheirLooks() {
        int few = 20;
        for (int i = 0; i < few; i++) {
            saw("a.A.few", Thread.State.RUNNABLE, 10 * i);
        }
        for (int i = few; i < 10_000; i++) {
            saw("a.A.a a.Rare.method" + i, Thread.State.RUNNABLE, 10 * i);
        }
        AtomicInteger look = new AtomicInteger();
        looks.read((key, before, after, stack, kind) -> {
            int number = look.getAndIncrement();
            samples.add(number < few ? "few-" + number : "large", stack, 0, kind, before);
        });

        Map<String, Object> info = samples.toInfo(looks, 0, 0, Long.MAX_VALUE);

        assertThat(info).containsEntry("taken", 10_000).containsEntry("left_out", 0);
        assertThat((List<Map<String, Object>>) info.get("spans"))
                .hasSize(few + 1)
                .allSatisfy(entry -> assertThat(entry).containsKey("span"));
    }

    @Test
    void aRequestHasSoManyLooksAtMost() {
        for (int i = 0; i < Looks.MOST; i++) {
            saw("a.A.a", Thread.State.RUNNABLE, i);
            assertThat(looks.isOver()).isFalse();
        }
        saw("a.A.a", Thread.State.RUNNABLE, Looks.MOST);

        assertThat(looks.isOver()).isTrue();
        assertThat(info("span", 0)).containsEntry("taken", Looks.MOST);
    }

    private void saw(String calls, Thread.State state, long milli) {
        String[] outermostFirst = calls.split(" ");
        StackTraceElement[] stack = new StackTraceElement[outermostFirst.length];
        for (int i = 0; i < stack.length; i++) {
            stack[stack.length - 1 - i] = Stacks.element(outermostFirst[i]);
        }
        looks.keep("thread", milli * MILLI, milli * MILLI, stack, state);
    }

    private Map<String, Object> info(String spanId, int from) {
        looks.read((key, before, after, stack, kind) -> samples.add(spanId, stack, from, kind, before));
        return samples.toInfo(looks, 0, 0, Long.MAX_VALUE);
    }
}
