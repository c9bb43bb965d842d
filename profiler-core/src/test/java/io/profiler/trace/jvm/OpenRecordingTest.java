// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;

class OpenRecordingTest {

    /** It is tried again for as long as requests want it. */
    @Test
    void nothingStaysOpenOfOneThatCannotBegin() {
        List<Recording> before = recordings();
        List<Recording> meanwhile = new ArrayList<>();

        assertThatIllegalStateException()
                .isThrownBy(() -> OpenRecording.open(opening -> {
                    meanwhile.addAll(recordings());
                    throw new IllegalStateException("no room");
                }));

        meanwhile.removeAll(before);
        assertThat(meanwhile).hasSize(1);
        assertThat(recordings()).doesNotContainAnyElementsOf(meanwhile);
    }

    @Test
    void oneThatHasBegunGoesOnUntilItIsClosed() {
        try (OpenRecording recording = OpenRecording.open(opening -> {})) {
            assertThat(recording.progress().hasEnded()).isFalse();
            recording.close();
            assertThat(recording.progress().hasEnded()).isTrue();
        }
    }

    private static List<Recording> recordings() {
        return FlightRecorder.getFlightRecorder().getRecordings();
    }
}
