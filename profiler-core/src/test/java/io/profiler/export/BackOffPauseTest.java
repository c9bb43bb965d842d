// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What ends the time in which a store is not asked. */
@ExtendWith(OutputCaptureExtension.class)
class BackOffPauseTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final StoreUnavailableException AWAY =
            new StoreUnavailableException("away", new IllegalStateException());

    private final BackOff backOff = new BackOff(LONG);

    @Test
    void aQueueThatIsHalfFullEndsThePause() throws InterruptedException {
        WaitingPoints waiting = new WaitingPoints(new ExportSettings(4, 4, LONG, LONG, LONG));
        Rest rest = new Rest(waiting, LONG);
        for (int i = 0; i < 20; i++) {
            backOff.failed(AWAY);
        }
        Thread writer = new Thread(() -> rest.pauseUntilHalfFull(() -> backOff.pause(waiting::isHalfFull)), "pausing");
        writer.setDaemon(true);
        writer.start();
        while (writer.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        rest.wake(writer);
        assertThat(writer.isAlive()).isTrue();

        for (int i = 0; i < 3; i++) {
            waiting.offer(new OnePoint("a"));
        }
        rest.wake(writer);

        writer.join(Duration.ofMinutes(1).toMillis());
        assertThat(writer.isAlive()).isFalse();
    }

    @Test
    void onlyAStoreThatWasAskedIsBack(CapturedOutput output) {
        Delivery delivery = new Delivery(
                new Taking(), new LastAttempt(), backOff, new OccasionalLog(LoggerFactory.getLogger("test")));
        Logger logger = (Logger) LoggerFactory.getLogger(BackOff.class);
        logger.setLevel(Level.INFO);
        try {
            backOff.failed(AWAY);
            delivery.append(List.of(), false);
            assertThat(output).doesNotContain("stored again");

            delivery.append(List.of(new OnePoint("a").point(0)), false);
            assertThat(output).contains("stored again");
        } finally {
            logger.setLevel(null);
        }
    }

    private static final class Taking implements TraceWriter {

        @Override
        public AppendResult append(List<TracePoint> points) {
            return AppendResult.allStored(points.size());
        }

        @Override
        public void close() {}
    }
}
