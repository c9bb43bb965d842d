// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.RunningApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartupWarningsTest {

    private static final String PUBLIC_KEY =
            "'profiler.hmac-keys' holds OSprofiler's public default key: everybody may profile this application";
    private static final String NO_LAYER = "No layer is traced: set 'profiler.trace-wsgi-transport',"
            + " 'profiler.trace-message-store' or 'profiler.trace-management-store' to true";

    @Test
    void thePublicKeyAmongOthers(CapturedOutput output) {
        start("profiler.hmac-keys=a, SECRET_KEY", "profiler.trace-message-store=true");

        assertThat(output).containsOnlyOnce(PUBLIC_KEY).doesNotContain(NO_LAYER);
    }

    @Test
    void noLayer(CapturedOutput output) {
        start();

        assertThat(output).containsOnlyOnce(NO_LAYER).doesNotContain(PUBLIC_KEY);
    }

    @Test
    void whereTracesGoIsSaidWithoutCredentials(CapturedOutput output) {
        RunningApp.startWithoutWeb(
                        BaseApplication.Autoconfigured.class,
                        "profiler.connection-string=mongodb://user:s3cr3t@127.0.0.1:1/?connectTimeoutMS=1")
                .close();

        assertThat(output)
                .containsOnlyOnce("Requests with signed headers are profiled; traces go to mongodb://***@127.0.0.1:1")
                .doesNotContain("s3cr3t");
    }

    private static void start(String... properties) {
        RunningApp.startWithoutWeb(BaseApplication.class, properties).close();
    }
}
