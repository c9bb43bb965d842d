// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.admission.Admission;
import io.profiler.admission.Refusal;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.propagation.HeaderVerdict.Reason;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.test.CollectingSink;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.Profiler;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** One pair of headers is sent again and again, and others want to be profiled as well. */
@ExtendWith(OutputCaptureExtension.class)
class LimitsTest {

    private static final Map<String, String> CAPTURED = RunningApp.signed("captured-id");

    private RunningApp app;

    private void start(String... properties) {
        start(DispatchingApplication.class, properties);
    }

    private void start(Class<?> application, String... properties) {
        String[] all = new String[properties.length + 1];
        all[0] = "profiler.trace-wsgi-transport=true";
        System.arraycopy(properties, 0, all, 1, properties.length);
        app = RunningApp.start(application, all);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void whatIsBeyondTheRateIsServedUnprofiledAndOthersAreNot(CapturedOutput output) {
        start("profiler.limits.requests-per-second=1");
        for (int i = 0; i < 100; i++) {
            assertServed(app.get("/plain", CAPTURED));
        }
        HttpResponse<String> operators = app.get("/plain", RunningApp.signed("operator"));

        assertThat(isProfiled(operators)).isTrue();
        assertThat(app.bean(Admission.class).count(Refusal.REQUESTS_PER_SECOND)).isPositive();
        assertThat(output)
                .containsOnlyOnce("Requests are served unprofiled, because 'profiler.limits.requests-per-second'")
                .doesNotContain("captured-id");
    }

    @Test
    void aTraceThatIsFullIsNotAddedToAndOthersAreWhole(CapturedOutput output) {
        start("profiler.limits.spans-per-trace=10");
        for (int i = 0; i < 50; i++) {
            assertServed(app.get("/plain", CAPTURED));
        }
        assertThat(isProfiled(app.get("/plain", CAPTURED))).isFalse();
        assertThat(isProfiled(app.get("/plain", RunningApp.signed("operator")))).isTrue();

        CollectingSink sink = app.bean(CollectingSink.class);
        assertThat(sink.points().stream().filter(point -> point.baseId().equals("captured-id")))
                .hasSizeLessThanOrEqualTo(2 * 10);
        assertThat(app.bean(Admission.class).count(Refusal.SPANS_PER_TRACE)).isGreaterThan(40);
        assertThat(output).containsOnlyOnce("'profiler.limits.spans-per-trace' is reached");
    }

    @Test
    void aFaultOfTheProfilerIsCountedAsNoLimit(CapturedOutput output) {
        start(FailingApplication.class);

        assertServed(app.get("/plain", CAPTURED));

        assertThat(app.bean(Admission.class).count(Refusal.FAULT)).isEqualTo(1);
        assertThat(app.bean(Admission.class).count(Refusal.SPANS_PER_TRACE)).isZero();
        assertThat(output).contains("Requests are served unprofiled, because the profiler failed");
    }

    @Test
    void aRequestIsNoLongerOpenWhenItHasEndedInWhateverWay() {
        start("profiler.limits.open-traces=5", "spring.mvc.async.request-timeout=200ms");
        List<String> ways =
                List.of("/plain", "/fail", "/send-error", "/callable", "/callable-fail", "/deferred-timeout");
        for (int i = 0; i < 36; i++) {
            app.get(ways.get(i % ways.size()), RunningApp.signed("trace" + i));
        }

        assertThat(app.bean(Admission.class).count(Refusal.OPEN_TRACES)).isZero();
        assertThat(isProfiled(app.get("/plain", RunningApp.signed("last")))).isTrue();
    }

    @Test
    void anIdThatNobodyCouldStoreIsNotAccepted() {
        start("profiler.limits.id-length=40");
        for (String id : List.of("x".repeat(41), "a\nb", "a\u001b[2Jb", "a\u0085b", "\u0000")) {
            HttpResponse<String> response = app.get("/plain", RunningApp.signed(id));
            assertServed(response);
            assertThat(isProfiled(response)).isFalse();
        }
        assertThat(isProfiled(app.get("/plain", RunningApp.signed("x".repeat(40)))))
                .isTrue();

        assertThat(app.bean(HeaderVerifier.class).count(Reason.UNUSABLE_ID)).isEqualTo(5);
        assertThat(app.bean(CollectingSink.class).points())
                .allMatch(point -> point.baseId().startsWith("xxx"));
    }

    private static void assertServed(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isNotEmpty();
    }

    private static boolean isProfiled(HttpResponse<String> response) {
        return response.headers().firstValue("X-Trace-Id").isPresent();
    }

    /** Its profiler has no limits, which it fails by at each request. */
    @Import(DispatchingApplication.class)
    static class FailingApplication {

        @Bean
        Profiler profiler() {
            return Profiler.create(
                    new CollectingSink(), new Origin("host", "project", "service"), ArgumentCapture.disabled(), null);
        }
    }
}
