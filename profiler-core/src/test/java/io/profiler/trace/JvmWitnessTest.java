// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.trace.SpanCourse.Way;
import io.profiler.trace.jvm.JvmEvents;
import io.profiler.trace.sample.Looks;
import io.profiler.trace.sample.Stacks;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Which spans threads were in, for the one who asks the JVM what happened to them. */
class JvmWitnessTest {

    private final JvmWitness witness = new JvmWitness(new JvmEvents());
    private final Looks looks = Stacks.noLooks();
    private final RecordedSpan top = ActiveTraces.top(ActiveTraces.open());

    @Test
    void isToldUntilTheRequestEndsAlsoWhenLooksAreOver() {
        looks.end();
        Timeline timeline = new Timeline(looks, false, witness);

        timeline.enter(top);
        timeline.add(top, Way.STARTED);
        assertThat(timeline.course().size()).isEqualTo(2);

        top.stop();
        witness.end();
        timeline.add(top, Way.LEFT_TO);
        assertThat(timeline.course().size()).isEqualTo(2);
        assertThat(witness.isOpen()).isFalse();
    }

    @Test
    void knowsThatAThreadSaidTooMuch() {
        SpanCourse course = new SpanCourse();
        witness.follow(course);
        assertThat(witness.misses()).isFalse();

        while (!course.isFull()) {
            course.add(top, Way.STARTED, System.nanoTime());
        }

        assertThat(witness.misses()).isTrue();
    }

    @Test
    void knowsThatARequestTookLongerThanItIsFollowed() {
        top.stop();
        witness.tell(new TopEnd(top, TimeUnit.MINUTES.toNanos(9), null));
        assertThat(witness.misses()).isFalse();

        witness.tell(new TopEnd(top, TimeUnit.MINUTES.toNanos(11), null));
        assertThat(witness.misses()).isTrue();
    }

    /** As one that is told thousands of times to go on in a trace. */
    @Test
    void followsNoMoreThreadsThanHaveRoomAndKnowsIt() {
        int followed = 0;
        while (!witness.misses() && followed < 100_000) {
            witness.follow(new SpanCourse());
            followed++;
        }

        assertThat(followed).isBetween(1_000, 10_000);
    }
}
