// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.StoringApplication;
import io.profiler.autoconfigure.kit.SwitchableStoreApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartupWarningsTest {

    private static final String PUBLIC_KEY =
            "'profiler.hmac-keys' holds OSprofiler's public default key: everybody may profile this application";
    private static final String SHORT_KEY = "'profiler.hmac-keys' holds a key of less than 16 characters, which can be"
            + " guessed. Make one with: openssl rand -hex 32";
    private static final String NO_LAYER =
            "The layers of requests and stores are off: set 'profiler.trace-wsgi-transport',"
                    + " 'profiler.trace-message-store' or 'profiler.trace-management-store' to true";

    @Test
    void thePublicKeyAmongOthers(CapturedOutput output) {
        start("profiler.hmac-keys=a, SECRET_KEY", "profiler.trace-message-store=true");

        assertThat(output).containsOnlyOnce(PUBLIC_KEY).doesNotContain(NO_LAYER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "0123456789abcdef,  0123456789abcd  "})
    void aShortKey(String keys, CapturedOutput output) {
        start("profiler.hmac-keys=" + keys);

        assertThat(output).containsOnlyOnce(SHORT_KEY).doesNotContain("123,", "0123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef", "SECRET_KEY", "0123456789abcdef, "})
    void noShortKey(String keys, CapturedOutput output) {
        start("profiler.hmac-keys=" + keys);

        assertThat(output).doesNotContain(SHORT_KEY);
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_24)
    void methodsWithoutAJvmThatTellsThem(CapturedOutput output) {
        start("profiler.trace-methods=com.acme.Price::*");

        assertThat(output)
                .containsOnlyOnce("'profiler.trace-methods' needs Java 25, and this is Java "
                        + Runtime.version().feature());
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_24)
    void methodsByTokenWithoutAJvmThatTellsThem(CapturedOutput output) {
        start("profiler.methods-by-token=com.acme");

        assertThat(output)
                .containsOnlyOnce("'profiler.methods-by-token' needs Java 25, and this is Java "
                        + Runtime.version().feature());
    }

    @Test
    void noMethods(CapturedOutput output) {
        start("profiler.trace-methods=");

        assertThat(output).doesNotContain("profiler.trace-methods");
    }

    @Test
    void noLayer(CapturedOutput output) {
        start();

        assertThat(output).containsOnlyOnce(NO_LAYER).doesNotContain(PUBLIC_KEY);
    }

    @ParameterizedTest
    @CsvSource({"health, 1", "'health,profiler', 0"})
    void tracesThatNothingCanShow(String exposed, int warnings, CapturedOutput output) {
        RunningApp.start(
                        StoringApplication.class,
                        "profiler.trace-wsgi-transport=true",
                        "profiler.connection-string=memory://",
                        "management.endpoints.web.exposure.include=" + exposed)
                .close();

        assertThat(output).contains("traces go to memory://, which is this application's heap");
        assertThat(output.toString().split("Nothing can show the traces in memory://", -1))
                .hasSize(1 + warnings);
    }

    @Test
    void whereTracesGoIsSaidWithoutCredentials(CapturedOutput output) {
        RunningApp.startWithoutWeb(
                        BaseApplication.Autoconfigured.class,
                        "profiler.connection-string=mongodb://user:s3cr3t@127.0.0.1:1/?connectTimeoutMS=1")
                .close();

        assertThat(output)
                .containsOnlyOnce("No requests are profiled, because this is not a web application; what it opens by"
                        + " the Profiler bean goes to mongodb://***@127.0.0.1:1")
                .doesNotContain("s3cr3t");
    }

    @Test
    void requestsOfAServletApplicationAreProfiled(CapturedOutput output) {
        RunningApp.start(SwitchableStoreApplication.class).close();

        assertThat(output)
                .containsOnlyOnce("Requests with signed headers are profiled; traces go to ")
                .doesNotContain("requests are profiled");
    }

    @Test
    void thoseOfOneWithoutTheFilterAreNot(CapturedOutput output) {
        RunningApp.start(
                        SwitchableStoreApplication.class,
                        "spring.autoconfigure.exclude="
                                + "io.profiler.autoconfigure.servlet.ProfilerServletAutoConfiguration")
                .close();

        assertThat(output)
                .containsOnlyOnce("No requests are profiled, because the profiler's filter is not there")
                .doesNotContain("not a web application");
    }

    @Test
    void thoseOfAReactiveOneAre(CapturedOutput output) {
        new ReactiveWebApplicationContextRunner()
                .withUserConfiguration(BaseApplication.class)
                .withPropertyValues("profiler.enabled=true", "profiler.hmac-keys=key")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).contains("Requests with signed headers are profiled; traces go to");
    }

    @Test
    void aLazyApplicationIsToldAsWell(CapturedOutput output) {
        RunningApp.start(SwitchableStoreApplication.class, "spring.main.lazy-initialization=true", "profiler.enable=x")
                .close();

        assertThat(output).contains("are profiled; traces go to", NO_LAYER, "Did you mean 'profiler.enabled'?");
    }

    @Test
    void slowRequestsOfAServletApplicationAreWatched(CapturedOutput output) {
        RunningApp.start(SwitchableStoreApplication.class, "profiler.slow.threshold=2s")
                .close();

        assertThat(output)
                .containsOnlyOnce(
                        "Requests that take longer than 2000 ms are looked at from then on, and 10 of them kept");
    }

    @Test
    void thoseOfOneWithoutTheFilterAreNotForAnotherReasonThanItsKind(CapturedOutput output) {
        RunningApp.start(
                        SwitchableStoreApplication.class,
                        "profiler.slow.threshold=2s",
                        "profiler.flight-recorder.enabled=true",
                        "spring.autoconfigure.exclude="
                                + "io.profiler.autoconfigure.servlet.ProfilerServletAutoConfiguration")
                .close();

        assertThat(output)
                .contains("No requests are profiled, because the profiler's filter is not there")
                .doesNotContain("servlet applications alone");
    }

    @Test
    void thoseOfAReactiveOneAreNot(CapturedOutput output) {
        new ReactiveWebApplicationContextRunner()
                .withUserConfiguration(BaseApplication.class)
                .withPropertyValues("profiler.enabled=true", "profiler.hmac-keys=key", "profiler.slow.threshold=2s")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output)
                .containsOnlyOnce("'profiler.slow.threshold' does nothing here: requests are watched in servlet");
    }

    private static void start(String... properties) {
        RunningApp.startWithoutWeb(BaseApplication.class, properties).close();
    }
}
