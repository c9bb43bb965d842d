// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;
import io.profiler.propagation.TraceContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The end of a request does not get where it should, and what throws is no exception that anybody declared. */
class FailingSinkTest {

    private static final int CHUNK = 16;

    private final Chunks chunks = new Chunks();
    private final Profiler profiler = Profiler.create(chunks, new Origin("h", "p", "s"), ArgumentCapture.disabled());

    @AfterEach
    void recordsNothing() {
        assertThat(TracePosition.current()).isNull();
    }

    @Test
    void whatAThreadHasRecordedIsClosedAllTheSame() {
        try (ProfiledScope scope = profiler.open(context("a"))) {
            fillWithoutRoomForTheEnd();
        }

        assertThat(chunks.taken).singleElement().satisfies(chunk -> {
            assertThat(chunk.published()).isEqualTo(CHUNK - 1);
            assertThat(chunk.isClosed()).isTrue();
        });
    }

    @Test
    void aThreadThatGoesOnElsewhereDoesWhatItIsToDo() {
        Span elsewhere;
        try (ProfiledScope scope = profiler.open(context("b"))) {
            elsewhere = profiler.start("span");
        }
        TracePosition position = TracePosition.below(elsewhere);
        List<String> done = new ArrayList<>();
        try (ProfiledScope scope = profiler.open(context("a"))) {
            fillWithoutRoomForTheEnd();
            position.run(() -> done.add(profiler.context().orElseThrow().baseId()));
            assertThat(profiler.context().orElseThrow().baseId()).isEqualTo("a");
        }

        assertThat(done).containsExactly("b");
    }

    private void fillWithoutRoomForTheEnd() {
        Span top = profiler.start("top");
        for (int i = 0; i < CHUNK / 2 - 1; i++) {
            profiler.start("span").stop();
        }
        top.stop();
    }

    private static TraceContext context(String baseId) {
        return new TraceContext(baseId, baseId, "key");
    }

    /** Room for everything but ends. */
    private static final class Chunks implements TracePointSink {

        private final List<TracePointChunk> taken = new ArrayList<>();

        @Override
        public boolean offer(TracePointChunk chunk) {
            taken.add(chunk);
            return true;
        }

        @Override
        public boolean offerEnd(TracePointChunk chunk) {
            sneak(new IOException("as Kotlin throws it"));
            return false;
        }

        @Override
        public void ready() {}

        @Override
        public void drop(TracePointChunk refused, int points) {}

        @SuppressWarnings("unchecked")
        private static <T extends Throwable> void sneak(Throwable thrown) throws T {
            throw (T) thrown;
        }
    }
}
