// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import static io.profiler.report.samples.SampledTrace.FRAMES;
import static io.profiler.report.samples.SampledTrace.entry;
import static io.profiler.report.samples.SampledTrace.samples;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.JvmReport;
import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import io.profiler.report.samples.SampledTrace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CausesTest {

    private static final int REQUEST_MICROS = 200_000;

    private static Causes causes(Report report) {
        return Verdict.of(report).causes();
    }

    private static Map<Cause, Long> micros(Report report) {
        return causes(report).times().stream().collect(Collectors.toMap(CauseTime::cause, CauseTime::micros));
    }

    private static long sum(Report report) {
        return causes(report).times().stream().mapToLong(CauseTime::micros).sum();
    }

    /** Looks at 5, 15, … 195 ms. */
    private static Object looks(String stacks, String leaves) {
        StringBuilder times = new StringBuilder();
        for (int i = 0; i < leaves.length(); i++) {
            times.append(i == 0 ? "50:" : " 100:").append(leaves.charAt(i));
        }
        return samples(leaves.length(), 0, FRAMES, entry("r", stacks, times.toString()));
    }

    private static Map<String, Object> event(String cause, String span, int at, int micros) {
        Map<String, Object> event = new LinkedHashMap<>(Map.of("cause", cause, "at", at, "micros", micros));
        if (span != null) {
            event.put("span", span);
        }
        return event;
    }

    private static Map<String, Object> several(String cause, String span, int at, int micros, int within) {
        Map<String, Object> event = event(cause, span, at, micros);
        event.put("count", 9);
        event.put("within", within);
        return event;
    }

    /** A request of 200 ms. */
    private static Report request(Map<String, ?> stop, List<?> events, TracePoint... more) {
        List<TracePoint> points = new ArrayList<>(List.of(TracePoints.start("wsgi", "r", "base", 0)));
        points.addAll(List.of(more));
        points.add(TracePoints.point("wsgi-stop", "r", "base", REQUEST_MICROS, stop));
        points.add(TracePoints.point(
                JvmReport.nameFor("wsgi"),
                "r",
                "base",
                REQUEST_MICROS,
                Map.of("jvm", Map.of("whole", true, "left_out", 0, "events", events))));
        return Report.of(points);
    }

    @Test
    void ofLooksAloneAddUpToWhatTheEndWaitedFor() {
        assertThat(micros(SampledTrace.shop()))
                .isEqualTo(Map.of(Cause.RUNNING, 140_000L, Cause.LOCK, 40_000L, Cause.DATABASE, 20_000L));
    }

    @Test
    void ofAQueryThatWasTooShortToBeLookedAtAreOfTheDatabase() {
        Report report = SampledTrace.report(samples(1, 0, FRAMES, entry("r", "0=10r", null)));

        assertThat(micros(report)).isEqualTo(Map.of(Cause.RUNNING, 180_000L, Cause.DATABASE, 20_000L));
    }

    @Test
    void ofSpansThatDoTheSameAreTakenTogether() {
        Object samples = samples(1, 0, FRAMES, entry("a", "0=5r", null), entry("c", "0=5z", null));
        Report report = TracePoints.report(
                Stream.of(TracePoints.start("job", "r", "base", 0)),
                TracePoints.span("step", "a", "r", 0, 10),
                TracePoints.span("step", "b", "r", 10, 20),
                TracePoints.span("step", "c", "r", 20, 40),
                Stream.of(TracePoints.point("job-stop", "r", "base", 50, Map.of("samples", samples))));

        assertThat(micros(report)).isEqualTo(Map.of(Cause.RUNNING, 20L, Cause.SLEEP, 20L, Cause.UNKNOWN, 10L));
    }

    @Test
    void areNotToldWhereNobodyLookedOrTooSeldom() {
        assertThat(causes(SampledTrace.report(samples(9, 0, FRAMES, entry("r", "0=9r", null))))
                        .isTold())
                .isFalse();
        assertThat(causes(Report.of(TracePoints.nested(3)))).isEqualTo(Causes.UNTOLD);
    }

    /** One every 10.2 ms, and a query from 20 to 40 ms, beside which the request is too short to be looked at. */
    @Test
    void betweenTwoLooksAreThoseOfTheNearerOne() {
        Report report = SampledTrace.report(
                samples(10, 0, FRAMES, entry("r", "0=5r,5z", "500:0 100:0 100:0 100:0 100:0 1:1 1:1 1:1 1:1 1:1")));

        assertThat(micros(report))
                .isEqualTo(Map.of(
                        Cause.RUNNING,
                        60_050L,
                        Cause.SLEEP,
                        10_000 + 20_850L,
                        Cause.DATABASE,
                        20_000L,
                        Cause.UNKNOWN,
                        89_100L));
    }

    @Test
    void inWhichNobodyLookedAreUnknown() {
        String times = "90000:0" + " 100:0".repeat(99);
        Map<String, Object> looks = samples(100, 0, FRAMES, entry("r", "0=100z", times));

        assertThat(micros(late(looks))).isEqualTo(Map.of(Cause.SLEEP, 1_020_400L, Cause.UNKNOWN, 8_979_600L));
        assertThat(micros(late(samples(8_995, 9_995, looks))))
                .isEqualTo(Map.of(Cause.SLEEP, 1_000_000L, Cause.UNKNOWN, 9_000_000L));
        assertThat(micros(late(samples(9_000, 10_000, samples(100, 0, FRAMES, entry("r", "0=100z", null))))))
                .isEqualTo(Map.of(Cause.SLEEP, 1_000_000L, Cause.UNKNOWN, 9_000_000L));
    }

    /** Of ten seconds. */
    private static Report late(Map<String, Object> looks) {
        return Report.of(List.of(
                TracePoints.start("wsgi", "r", "base", 0),
                TracePoints.point("wsgi-stop", "r", "base", 10_000_000, Map.of("samples", looks, "kept", "slow"))));
    }

    /** As a request that waits for others, and of which no thread works meanwhile. */
    @Test
    void betweenTwoLooksThatAreFarApartAreUnknown() {
        Object looks = samples(10, 0, FRAMES, entry("r", "0=10r", "50:0 1:0 1:0 1:0 1:0 1900:0 1:0 1:0 1:0 1:0"));

        assertThat(micros(request(Map.of("samples", looks), List.of())))
                .isEqualTo(Map.of(Cause.RUNNING, 50_800L, Cause.UNKNOWN, 149_200L));
    }

    @Test
    void thatTheJvmHasMeasuredCountOnce() {
        Object looks = looks("0=12r,8l", "00111111110000000000");
        Report report = request(Map.of("samples", looks), List.of(event("lock", "r", 19_500, 79_000)));

        assertThat(causes(report).times())
                .containsExactly(new CauseTime(Cause.RUNNING, 121_000, 0), new CauseTime(Cause.LOCK, 79_000, 79_000));
    }

    @Test
    void ofLooksWithoutTimesAreLessByWhatWasMeasured() {
        Object looks = samples(20, 0, FRAMES, entry("r", "0=12r,8l", null));
        Report report = request(Map.of("samples", looks), List.of(event("lock", "r", 19_500, 80_000)));

        assertThat(micros(report)).isEqualTo(Map.of(Cause.RUNNING, 120_000L, Cause.LOCK, 80_000L));
    }

    @Test
    void inWhichAllThreadsStoodStillAreThoseOfWhoWaitedAnyhow() {
        Object looks = looks("0=20r", "0".repeat(20));
        Report report = request(
                Map.of("samples", looks),
                List.of(event("gc", null, 40_000, 40_000), event("lock", "r", 20_000, 40_000)));

        assertThat(micros(report)).isEqualTo(Map.of(Cause.RUNNING, 140_000L, Cause.LOCK, 40_000L, Cause.GC, 20_000L));
    }

    @Test
    void ofPausesAreOfTheSpansOfTheSameServiceAlone() {
        Report report = request(
                Map.of(),
                List.of(event("gc", null, 0, 50_000)),
                TracePoints.start("other", "elsewhere", "r", 0),
                TracePoints.stop("other", "elsewhere", "r", 40_000));

        assertThat(micros(report)).isEqualTo(Map.of(Cause.UNKNOWN, 190_000L, Cause.GC, 10_000L));
    }

    @Test
    void ofClassesThatAreLoadedInARowLeaveTheTimeBetweenToLooks() {
        Object looks = looks("0=20r", "0".repeat(20));
        Report report = request(Map.of("samples", looks), List.of(several("class", "r", 0, 30_000, 100_000)));

        assertThat(micros(report)).isEqualTo(Map.of(Cause.RUNNING, 170_000L, Cause.CLASS_LOADING, 30_000L));
    }

    @Test
    void ofWaitsInACallToADatabaseAreOfTheDatabase() {
        Report report = request(
                Map.of(),
                List.of(event("socket", "q", 20_000, 60_000), event("lock", "q", 90_000, 10_000)),
                TracePoints.start("db", "q", "r", 10_000),
                TracePoints.stop("db", "q", "r", 110_000));

        assertThat(micros(report))
                .isEqualTo(Map.of(Cause.UNKNOWN, 100_000L, Cause.DATABASE, 90_000L, Cause.LOCK, 10_000L));
    }

    @Test
    void ofConnectionsInWhichLooksFindADriverAreOfTheDatabase() {
        Object looks = looks("0=12d,8r", "01010101010101010000");
        Report report = request(Map.of("samples", looks), List.of(event("socket", "r", 0, 200_000)));

        assertThat(micros(report)).isEqualTo(Map.of(Cause.DATABASE, 200_000L));
    }

    @Test
    void areMeasuredOrUnknownWhereNobodyLooked() {
        Report report = request(Map.of(), List.of(event("sleep", "r", 10_000, 40_000)));

        assertThat(micros(report)).isEqualTo(Map.of(Cause.UNKNOWN, 160_000L, Cause.SLEEP, 40_000L));
        assertThat(causes(report).explainedMicros()).isEqualTo(40_000);
        assertThat(causes(report).words()).isEqualTo("unknown 80 %, sleep 20 %");
    }

    @Test
    void inWhichAProcessorWorkedAreRunning() {
        Report report = request(Map.of("cpu", 70_000), List.of(event("sleep", "r", 10_000, 40_000)));

        assertThat(micros(report))
                .isEqualTo(Map.of(Cause.UNKNOWN, 90_000L, Cause.RUNNING, 70_000L, Cause.SLEEP, 40_000L));
    }

    @Test
    void ofWhoRanLongerThanAProcessorWorkedAreWaitingForOne() {
        Object looks = looks("0=20r", "0".repeat(20));
        Map<String, Object> stop = Map.of("cpu", 50_000, "samples", looks);

        assertThat(micros(request(stop, List.of(event("sleep", "r", 0, 40_000)))))
                .isEqualTo(Map.of(Cause.RUNNING, 50_000L, Cause.NO_PROCESSOR, 110_000L, Cause.SLEEP, 40_000L));
        assertThat(micros(request(Map.of("cpu", 170_000, "samples", looks), List.of())))
                .isEqualTo(Map.of(Cause.RUNNING, 170_000L, Cause.UNKNOWN, 30_000L));
    }

    @ParameterizedTest
    @MethodSource("io.profiler.report.samples.HostileSamples#all")
    void loseNothing(Report report) {
        assertThat(sum(report)).isIn(0L, 200_000L);
    }

    @Test
    void addUpWhateverOverlaps() {
        Random random = new Random(17);
        String[] words = {"lock", "queue", "sleep", "socket", "file", "class", "gc", "safepoint", "?"};
        for (int round = 0; round < 200; round++) {
            List<?> events = IntStream.range(0, 30)
                    .mapToObj(i -> {
                        String word = words[random.nextInt(words.length)];
                        String span =
                                word.equals("gc") || word.equals("safepoint") ? null : random.nextBoolean() ? "r" : "q";
                        int micros = 1 + random.nextInt(60_000);
                        int at = random.nextInt(250_000) - 30_000;
                        return several(word, span, at, micros, micros + random.nextInt(9_000));
                    })
                    .toList();
            Report report = request(
                    Map.of("cpu", random.nextInt(200_000), "samples", looks("0=9r,7l,4q", "01201201201201201200")),
                    events,
                    TracePoints.start("db", "q", "r", 30_000),
                    TracePoints.stop("db", "q", "r", 150_000));

            assertThat(sum(report)).isEqualTo(REQUEST_MICROS);
            assertThat(causes(report).times())
                    .allSatisfy(time -> assertThat(time.measuredMicros()).isBetween(0L, time.micros()));
        }
    }

    @Test
    void takeNoLongForThousandsThatOverlap() {
        List<?> events = IntStream.range(0, 10_000)
                .mapToObj(i -> event(i % 2 == 0 ? "lock" : "sleep", "r", i, REQUEST_MICROS - i))
                .toList();

        assertThat(micros(request(Map.of(), events))).isEqualTo(Map.of(Cause.LOCK, 200_000L));
    }
}
