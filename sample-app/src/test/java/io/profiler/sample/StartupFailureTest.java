// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A sample that cannot start says which setting to change. */
@ExtendWith(OutputCaptureExtension.class)
class StartupFailureTest {

    @TempDir
    private Path directory;

    @Test
    void aTakenPortOfTheService(CapturedOutput output) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> run("--server.port=" + taken.getLocalPort(), "--sample.mongodb.port=0"));
        }
        assertThat(output).contains("set server.port to another port");
    }

    @Test
    void aTakenPortOfTheEmbeddedMongoDb(CapturedOutput output) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> run("--server.port=0", "--sample.mongodb.port=" + taken.getLocalPort()));
        }
        assertThat(output).contains("Set sample.mongodb.port to another port");
    }

    private void run(String... arguments) {
        String file = "--sample.mongodb.file=" + directory.resolve("mongodb.mv");
        String[] all = {arguments[0], arguments[1], file, "--profiler.enabled=false", "--spring.main.banner-mode=off"};
        SampleApplication.main(all);
    }
}
