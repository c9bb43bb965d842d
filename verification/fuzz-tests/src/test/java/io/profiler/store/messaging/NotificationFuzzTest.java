// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import io.profiler.report.json.JsonReportRenderer;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.TraceTally;
import java.io.IOException;
import java.util.List;

/** Messages in a queue that every service may write to. */
class NotificationFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void arePointsOrDeadLetters(FuzzedDataProvider data) throws IOException {
        byte[] body = data.consumeRemainingAsBytes();
        assertThat(Notification.format(body)).isNotEmpty();
        TracePoint point;
        try {
            point = Notification.read(body);
        } catch (IllegalArgumentException deadLetter) {
            assertThat(deadLetter.getMessage()).isNotEmpty();
            return;
        }
        assertThat(Notification.read(Notification.of(point)).baseId()).isEqualTo(point.baseId());
        TraceSummary summary = TraceTally.of(List.of(point));
        assertThat(summary).isNotNull();
        assertThat(summary.toDocument()).isNotEmpty();
        new JsonReportRenderer().render(Report.of(List.of(point)), new StringBuilder());
    }
}
