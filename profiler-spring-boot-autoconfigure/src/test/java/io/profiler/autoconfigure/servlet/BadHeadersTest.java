// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.RawHttp;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.Signing;
import io.profiler.propagation.HeaderVerdict.Reason;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.test.CollectingSink;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@ExtendWith(OutputCaptureExtension.class)
class BadHeadersTest {

    private static RunningApp app;

    @BeforeAll
    static void start() {
        app = RunningApp.start(
                Application.class,
                "profiler.trace-wsgi-transport=true",
                "server.max-http-request-header-size=4MB",
                "logging.level.io.profiler=DEBUG");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    static Stream<Arguments> bad() {
        String key = RunningApp.KEY;
        return Stream.of(
                Arguments.of("not base64", Signing.text("%%%", key), Reason.MALFORMED),
                Arguments.of("not JSON", Signing.json("base_id=1", key), Reason.MALFORMED),
                Arguments.of("not an object", Signing.json("[1]", key), Reason.MALFORMED),
                Arguments.of("no id", Signing.json("{}", key), Reason.WRONG_MEMBERS),
                Arguments.of("a number as id", Signing.json("{\"base_id\": 1}", key), Reason.WRONG_MEMBERS),
                Arguments.of(
                        "an object as id",
                        Signing.json("{\"base_id\": \"a\", \"parent_id\": {}}", key),
                        Reason.WRONG_MEMBERS),
                Arguments.of(
                        "unknown member",
                        Signing.json("{\"base_id\": \"a\", \"admin\": 1}", key),
                        Reason.WRONG_MEMBERS),
                Arguments.of("wrong key", Signing.json("{\"base_id\": \"a\"}", "other"), Reason.WRONG_SIGNATURE),
                Arguments.of("a megabyte", Signing.text("A".repeat(1 << 20), key), Reason.TOO_LONG),
                Arguments.of("deep JSON", Signing.json("[".repeat(5000), key), Reason.MALFORMED),
                Arguments.of("no signature", Map.of("X-Trace-Info", "e30="), Reason.UNSIGNED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void isServedAsIfItHadNone(String what, Map<String, String> headers, Reason reason) {
        HeaderVerifier verifier = app.bean(HeaderVerifier.class);
        long before = verifier.count(reason);

        List<String> response = RawHttp.get(app.port(), "/hello", headers);

        assertThat(response.get(0)).isEqualTo("HTTP/1.1 200 ");
        assertThat(response).contains("hello").noneMatch(line -> line.startsWith("X-Trace"));
        assertThat(app.bean(CollectingSink.class).points()).isEmpty();
        assertThat(verifier.count(reason)).isEqualTo(before + 1);
    }

    @Test
    void aRejectionIsLoggedWithoutTheHeader(CapturedOutput output) {
        RawHttp.get(app.port(), "/hello", Signing.json("{\"base_id\": \"told-nobody\"}", "other"));

        assertThat(output)
                .contains("Trace headers are rejected: wrong_signature")
                .doesNotContain(
                        Signing.json("{\"base_id\": \"told-nobody\"}", "other").get("X-Trace-Info"));
    }

    @Configuration(proxyBeanMethods = false)
    @Import({BaseApplication.class, Application.HelloController.class})
    static class Application {

        @RestController
        static class HelloController {

            @GetMapping("/hello")
            String hello() {
                return "hello";
            }
        }
    }
}
