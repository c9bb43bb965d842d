// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;
import io.profiler.propagation.TraceContext;
import io.profiler.trace.sample.Sampler;
import io.profiler.trace.sample.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FullQueueTest {

    @Test
    void aRequestThatFindsNoRoomAsksForLittleNextTime() {
        Offers offers = new Offers();
        Profiler profiler = Profiler.create(offers, new Origin("h", "p", "s"), ArgumentCapture.disabled());

        try (ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"))) {
            for (int i = 0; i < 100; i++) {
                profiler.start("span").stop();
            }
        }

        assertThat(offers.capacities).startsWith(16, 64, 256).endsWith(16, 2);
        assertThat(offers.dropped).isEqualTo(200 - 16 - 64 + 1);
    }

    @Test
    void whatHasNoRoomForLooksEndsWithoutThem() {
        SmallOffers offers = new SmallOffers();
        Profiler profiler = sampled(offers);

        try (ProfiledScope scope = open(profiler)) {
            profiler.start("first").stop();
            profiler.start("second").stop();
        }

        assertThat(offers.names()).contains("first-stop", "second-stop");
        assertThat(offers.dropped).isZero();
    }

    @Test
    void theNinthRequestThatWantsLooksSaysThatItHasNone() {
        SmallOffers offers = new SmallOffers();
        Profiler profiler = sampled(offers);
        List<ProfiledScope> scopes = new ArrayList<>();
        for (int i = 0; i <= Sampler.MOST_REQUESTS; i++) {
            scopes.add(0, open(profiler));
        }
        profiler.start("ninth").stop();
        scopes.forEach(ProfiledScope::close);

        assertThat(offers.points())
                .filteredOn(point -> point.name().equals("ninth-stop"))
                .singleElement()
                .satisfies(point -> assertThat(point.info())
                        .containsEntry("samples", Map.of("taken", 0, "left_out", 0, "refused", true)));
    }

    private static Profiler sampled(TracePointSink sink) {
        return Profiler.create(
                sink,
                new Origin("h", "p", "s"),
                ArgumentCapture.disabled(),
                TraceLimits.defaults(),
                Insight.NONE
                        .withSamples(new SampleSettings(true, true, SampleSettings.DEFAULT_PERIOD))
                        .withVirtualThreads());
    }

    private static ProfiledScope open(Profiler profiler) {
        return profiler.open(new TraceContext("base", "base", "key"));
    }

    /** Room for whatever is small. */
    private static final class SmallOffers implements TracePointSink {

        private final List<TracePointChunk> chunks = new ArrayList<>();
        private int dropped;

        @Override
        public boolean offer(TracePointChunk chunk) {
            return chunk.bytes() < Samples.LONGEST && chunks.add(chunk);
        }

        @Override
        public void ready() {}

        @Override
        public void drop(TracePointChunk refused, int points) {
            dropped += points;
        }

        private List<TracePoint> points() {
            return chunks.stream()
                    .flatMap(chunk -> IntStream.range(0, chunk.published()).mapToObj(chunk::point))
                    .toList();
        }

        private List<String> names() {
            return points().stream().map(TracePoint::name).toList();
        }
    }

    /** Room for two chunks. */
    private static final class Offers implements TracePointSink {

        private final List<Integer> capacities = new ArrayList<>();
        private int dropped;

        @Override
        public boolean offer(TracePointChunk chunk) {
            capacities.add(chunk.capacity());
            return capacities.size() <= 2;
        }

        @Override
        public void ready() {}

        @Override
        public void drop(TracePointChunk refused, int points) {
            dropped += points;
        }
    }
}
