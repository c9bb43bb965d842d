// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code profiler doctor --application}. */
class ApplicationChecksTest {

    private TriedService service;

    @BeforeEach
    void start() throws IOException {
        service = new TriedService();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private CommandRun doctor(String key, String... more) {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(
                new String[] {"doctor", "--application", service.url(), "--hmac-key", key}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return CommandRun.of(arguments);
    }

    @Test
    void whatWorksIsOkUpToTheTrace(@TempDir Path folder) {
        String store = "jdbc:h2:" + folder.resolve("traces");
        service.storingInto(store);

        CommandRun run = doctor("123", "--connection-string", store);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("ok      answers: HTTP status 200\n")
                .contains("ok      others: a request without headers is not profiled\n")
                .contains("ok      profiled: by OSprofiler's headers, and by a token\n")
                .contains("ok      same answer: HTTP status 200 when profiled, too\n")
                .containsPattern("ok      stored: trace [0-9a-f-]{36}, 1 span\n")
                .contains("ok      whole: not told by this service\n")
                .contains("warn    below: nothing below the controller; http://127.0.0.1:")
                .contains("/actuator/profiler/coverage lists ");
    }

    @Test
    void withoutAStoreTheTraceIsNotLookedFor() {
        CommandRun run = doctor("123");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("skipped stored: give --connection-string to look for the trace\n");
    }

    @Test
    void aWrongKeyIsToldByTheMeterAndNotShown() {
        service.withMeters();

        CommandRun run = doctor("geheim");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "FAILED  profiled: the key is none of the application's profiler.hmac-keys (wrong_signature)\n")
                .contains("skipped same answer: nothing was profiled\n")
                .contains("skipped explained: nothing was profiled\n");
        assertThat(run.err()).isEqualTo("profiler: 1 check failed\n");
        assertThat(run.out() + run.err()).doesNotContain("geheim");
    }

    @Test
    void aProfilerThatIsOffIsToldFromMetersWithoutItsOwn() {
        service.withMeters().withoutProfiler();

        assertThat(doctor("123").out())
                .contains("FAILED  profiled: the application has meters, and none of the profiler's");
    }

    @Test
    void headersThatNobodyLooksAtAreToldFromMetersThatDoNotMove() {
        service.withMeters().withoutLook();

        assertThat(doctor("123").out())
                .contains(
                        "FAILED  profiled: the application counted no headers: profiler.trace-wsgi-transport is not true");
    }

    @Test
    void withoutMetersEachPossibleReasonIsNamed() {
        CommandRun run = doctor("other");

        assertThat(run.out())
                .contains("/actuator/metrics/profiler.headers is not there to say why")
                .contains("profiler.enabled")
                .contains("profiler.hmac-keys");
    }

    @Test
    void anApplicationThatTakesTokensAloneIsWarnedOf() {
        service.withMeters().strict();

        CommandRun run = doctor("123");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("warn    profiled: by a token alone, as with profiler.accept=strict");
    }

    @Test
    void anAnswerThatChangesIsWarnedOf() {
        service.failingWhenProfiled();

        assertThat(doctor("123").out()).contains("warn    same answer: HTTP status 500 when profiled, 200 when not\n");
    }

    @Test
    void anApplicationThatIsAwayFailsOnce() {
        service.close();

        CommandRun run = doctor("123");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("FAILED  answers: no response from 127.0.0.1:")
                .contains("skipped profiled: no answer\n");
    }
}
