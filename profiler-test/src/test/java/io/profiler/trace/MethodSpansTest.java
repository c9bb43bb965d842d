// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static io.profiler.trace.UnproxiedShop.CALLS;
import static io.profiler.trace.UnproxiedShop.DEAR_ITEMS;
import static io.profiler.trace.UnproxiedShop.DEAR_MICROS;
import static io.profiler.trace.UnproxiedShop.ITEMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.Manifest;
import io.profiler.point.MethodReport;
import io.profiler.point.PointTime;
import io.profiler.point.TracePoint;
import io.profiler.propagation.Allowance;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.test.NoContextLeft;
import io.profiler.trace.jvm.MethodPattern;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;

/** Methods that no proxy can be put around, as spans of a request. */
@ExtendWith(NoContextLeft.class)
class MethodSpansTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int OTHER_SPANS = 3;
    private static final String SHOP = UnproxiedShop.class.getName();

    private static final int MANY_CALLS = 100_000;

    private final KeepingAll sink = new KeepingAll(new CollectingSink());
    private String baseId = "";
    private long ticks;

    @Test
    @EnabledForJreRange(minVersion = 25)
    void eachCallIsASpanBelowWhatItWasCalledBy() throws InterruptedException {
        assertShop(whole(profiler(TraceLimits.defaults()), Runnable::run));
    }

    @Test
    @EnabledForJreRange(minVersion = 25)
    void alsoOnVirtualThreads() throws Exception {
        Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);

        assertShop(whole(profiler(TraceLimits.defaults()), task -> {
            try {
                ((Thread) start.invoke(null, task)).join();
            } catch (ReflectiveOperationException | InterruptedException impossible) {
                throw new IllegalStateException(impossible);
            }
        }));
    }

    private void assertShop(MethodReport told) {
        assertThat(told).isEqualTo(new MethodReport(CALLS, 0, true));
        TracePoint buy = starts("buy").get(0);
        TracePoint price = starts("price").get(0);
        assertThat(buy.parentId()).isEqualTo(point("work-start").traceId());
        assertThat(price.parentId()).isEqualTo(buy.traceId());
        assertThat(starts("taxOf"))
                .hasSize(ITEMS + 1)
                .filteredOn(tax -> tax.parentId().equals(price.traceId()))
                .hasSize(1);
        assertThat(starts("taxOf")).extracting(TracePoint::parentId).containsOnly(price.traceId(), buy.traceId());
        assertThat(starts("stamp").get(0).parentId())
                .isEqualTo(point("audit-start").traceId());
        assertThat(micros(buy)).isGreaterThan((long) DEAR_ITEMS * DEAR_MICROS);
        assertThat(manifest().spans()).isEqualTo(CALLS + OTHER_SPANS);
        assertThat(manifest().made())
                .isEqualTo(points().filter(point -> !point.isManifest()).count());
        assertThat(manifest().dropped()).isEmpty();
    }

    @Test
    @EnabledForJreRange(minVersion = 25)
    void ofTooManyTheLongestAreKeptAndAllAreCounted() throws InterruptedException {
        int room = DEAR_ITEMS + 1;

        MethodReport told = whole(profiler(new TraceLimits(room + OTHER_SPANS, 1_000, 100_000)), Runnable::run);

        assertThat(told).isEqualTo(new MethodReport(CALLS, CALLS - room, true));
        assertThat(starts("buy")).hasSize(1);
        assertThat(points().filter(point -> point.name().equals("method-start")))
                .hasSize(room)
                .allSatisfy(kept -> assertThat(micros(kept)).isGreaterThanOrEqualTo(DEAR_MICROS));
        assertThat(manifest().dropped()).containsExactly(Map.entry("limit", 2L * (CALLS - room)));
        assertThat(manifest().spans()).isEqualTo(CALLS + OTHER_SPANS);
    }

    @Test
    @EnabledForJreRange(minVersion = 25)
    void aFailedRequestStaysFailed() throws InterruptedException {
        Profiler profiler = profiler(TraceLimits.defaults());
        whole(profiler, Runnable::run);

        request(profiler, Allowance.UNLIMITED, new IllegalStateException("no"));
        awaitReport();

        String top = point("wsgi-start").traceId();
        List<TracePoint> ofTop =
                points().filter(point -> point.traceId().equals(top)).toList();
        assertThat(String.valueOf(ofTop.get(ofTop.size() - 1).errorType())).endsWith("IllegalStateException");
        assertThat(starts("buy")).hasSize(1);
    }

    /** As {@code jcmd JFR.stop} or another library may do it. */
    @Test
    @EnabledForJreRange(minVersion = 25)
    void ofARecordingThatSomebodyStopsItIsSaidThatItIsNotWhole() throws InterruptedException {
        Profiler profiler = profiler(TraceLimits.defaults());
        whole(profiler, Runnable::run);

        FlightRecorder.getFlightRecorder().getRecordings().stream()
                .filter(recording -> recording.getState() == RecordingState.RUNNING)
                .forEach(Recording::stop);
        request(profiler, Allowance.UNLIMITED, null);

        assertThat(awaitReport().whole()).isFalse();
    }

    @Test
    @EnabledForJreRange(minVersion = 25)
    void aTokenHasThemInItsOwnRequestsBesideThoseOfAll() throws InterruptedException {
        Profiler profiler = profiler(List.of(method("buy")), List.of(SHOP));

        MethodReport told = whole(profiler, Runnable::run, asking("taxOf"));

        assertThat(told).isEqualTo(new MethodReport(ITEMS + 2, 0, true));
        assertThat(starts("taxOf")).hasSize(ITEMS + 1);
        assertThat(starts("buy")).hasSize(1);

        assertThat(whole(profiler, Runnable::run, asking("price"))).isEqualTo(new MethodReport(2, 0, true));
        assertThat(starts("price")).hasSize(1);

        assertThat(whole(profiler, Runnable::run)).isEqualTo(new MethodReport(1, 0, true));
        assertThat(starts("buy")).hasSize(1);
    }

    @Test
    @EnabledForJreRange(minVersion = 25)
    void whereOnlyTokensAskNobodyElseHasAny() throws InterruptedException {
        Profiler profiler = profiler(List.of(), List.of("io.profiler.trace"));
        MethodReport told = whole(profiler, Runnable::run, asking("stamp"));

        request(profiler, Allowance.UNLIMITED, null);
        String silent = baseId;
        request(profiler, asking("stamp"), null);
        awaitReport();

        assertThat(told).isEqualTo(new MethodReport(1, 0, true));
        assertThat(reports()).hasSize(1);
        baseId = silent;
        assertThat(reports()).isEmpty();
        assertThat(starts("stamp")).isEmpty();
    }

    @Test
    @EnabledForJreRange(minVersion = 25)
    void whatIsCalledTooOftenIsGivenUp() throws InterruptedException {
        String name = MethodSpansTest.class.getName();
        Allowance allowance = Allowance.UNLIMITED.traced(Set.of(name + "::tick"));
        Profiler profiler = profiler(List.of(method("stamp")), List.of(name));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Object told = null;
        while (told == null && System.nanoTime() < deadline) {
            for (int i = 0; i < MANY_CALLS; i++) {
                tick();
            }
            request(profiler, allowance, null);
            told = point("wsgi-stop").info().get(MethodReport.MEMBER);
        }

        assertThat(told).isEqualTo(Map.of("refused", Map.of(name + "::tick", "too_often")));
        assertThat(whole(profiler, Runnable::run, allowance)).isEqualTo(new MethodReport(1, 0, true));
    }

    private void tick() {
        ticks++;
    }

    @Test
    @EnabledForJreRange(minVersion = 25)
    void whereTheApplicationNamesOthersByAnAnnotationCallsCouldNotBeToldApart() {
        MethodPattern annotated = MethodPattern.parse("@com.acme.Priced");

        request(profiler(List.of(annotated, method("stamp")), List.of(SHOP)), asking("buy"), null);

        assertThat(point("wsgi-stop").info())
                .extractingByKey(MethodReport.MEMBER)
                .isEqualTo(Map.of("refused", Map.of(SHOP + "::buy", "by_annotation")));
    }

    @Test
    void whatATokenAsksForInVainIsSaid() {
        Profiler profiler = profiler(List.of(), List.of("com.acme"));

        request(profiler, Allowance.UNLIMITED.traced(Set.of(SHOP + "::buy", "@com.acme.Priced", "no name")), null);

        assertThat(point("wsgi-stop").info())
                .extractingByKey(MethodReport.MEMBER)
                .isEqualTo(Map.of(
                        "refused",
                        Map.of(
                                SHOP + "::buy",
                                "not_allowed",
                                "@com.acme.Priced",
                                "malformed",
                                "no name",
                                "malformed")));
        assertThat(point("work-stop").info()).doesNotContainKey(MethodReport.MEMBER);
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_24)
    void whereNothingIsToldItIsSaidToo() {
        request(profiler(List.of(), List.of(SHOP)), asking("buy"), new IllegalStateException("no"));

        assertThat(point("wsgi-stop").info())
                .extractingByKey(MethodReport.MEMBER)
                .isEqualTo(Map.of("refused", Map.of(SHOP + "::buy", "java")));
    }

    /** Where others are tested beside, there may be a thread of theirs already. */
    @Test
    void nobodyListensForWhoMayNotHaveThem() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        request(profiler(TraceLimits.defaults()), new Allowance(Set.of("work"), 0), null);

        assertListensNoMoreThan(before);
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_24)
    void nobodyListensWhereNothingIsTold() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        request(profiler(TraceLimits.defaults()), Allowance.UNLIMITED, null);

        assertListensNoMoreThan(before);
        assertThat(point("work-stop").name()).isNotEmpty();
    }

    private static void assertListensNoMoreThan(Set<Thread> before) {
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .extracting(Thread::getName)
                .doesNotContain("profiler-method-calls");
    }

    private Profiler profiler(TraceLimits limits) {
        return profiler(limits, UnproxiedShop.patterns(), List.of());
    }

    private Profiler profiler(List<MethodPattern> always, List<String> byToken) {
        return profiler(TraceLimits.defaults(), always, byToken);
    }

    private Profiler profiler(TraceLimits limits, List<MethodPattern> always, List<String> byToken) {
        return Profiler.create(
                sink,
                new Origin("host", "project", "service"),
                ArgumentCapture.disabled(),
                limits,
                Insight.NONE.withMethods(always, byToken));
    }

    private static MethodPattern method(String name) {
        return MethodPattern.parse(SHOP + "::" + name);
    }

    private static Allowance asking(String method) {
        return Allowance.UNLIMITED.traced(Set.of(SHOP + "::" + method));
    }

    /** The first request may be over before anybody listens. */
    private MethodReport whole(Profiler profiler, Executor executor) throws InterruptedException {
        return whole(profiler, executor, Allowance.UNLIMITED);
    }

    private MethodReport whole(Profiler profiler, Executor executor, Allowance allowance) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            executor.execute(() -> request(profiler, allowance, null));
            MethodReport told = awaitReport();
            if (told.whole()) {
                return told;
            }
        }
        throw new AssertionError("nothing whole was told");
    }

    private void request(Profiler profiler, Allowance allowance, RuntimeException failure) {
        baseId = UUID.randomUUID().toString();
        try (ProfiledScope scope = profiler.open(new TraceContext(baseId, baseId, "key", allowance))) {
            Span top = profiler.start("wsgi");
            profiler.trace("work", () -> new UnproxiedShop(profiler).buy());
            if (failure == null) {
                top.stop();
            } else {
                top.stop(failure);
            }
        }
    }

    private MethodReport awaitReport() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (reports().findAny().isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return reports().findAny().orElseThrow();
    }

    private Stream<MethodReport> reports() {
        return points().map(point -> MethodReport.of(point.info())).filter(Objects::nonNull);
    }

    private Manifest manifest() {
        return points().filter(point -> MethodReport.of(point.info()) != null)
                .map(point -> Manifest.of(point.info()))
                .findAny()
                .orElseThrow();
    }

    private Stream<TracePoint> points() {
        return sink.points().stream().filter(point -> point.baseId().equals(baseId));
    }

    private TracePoint point(String name) {
        return points().filter(point -> point.name().equals(name)).findFirst().orElseThrow();
    }

    private List<TracePoint> starts(String method) {
        Map<String, String> function = Map.of("name", UnproxiedShop.class.getName() + '.' + method);
        return points().filter(point -> point.name().equals("method-start"))
                .filter(point -> function.equals(point.info().get("function")))
                .toList();
    }

    private long micros(TracePoint start) {
        TracePoint stop = points().filter(point ->
                        point.name().equals("method-stop") && point.traceId().equals(start.traceId()))
                .findFirst()
                .orElseThrow();
        return PointTime.epochMicros(stop.timestamp()) - PointTime.epochMicros(start.timestamp());
    }
}
