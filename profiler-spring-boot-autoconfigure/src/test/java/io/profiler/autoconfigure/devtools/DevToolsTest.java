// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.devtools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.profiler.autoconfigure.kit.RawHttp;
import io.profiler.autoconfigure.kit.RunningApp;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real Spring Boot DevTools, in a JVM of its own: the profiler stays, the application's classes come anew. */
class DevToolsTest {

    private Process process;

    @AfterEach
    void stop() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    @Timeout(60)
    void requestsAreProfiledAfterARestart(@TempDir Path restartSettings) throws IOException {
        process = fork(restartSettings);
        BufferedReader output = process.inputReader(UTF_8);
        int port = nextPort(output);
        assertProfiled(port, "before");

        assertThat(RawHttp.get(port, "/loader", Map.of())).contains("RestartClassLoader");

        // The server stops under the request, which may or may not get an answer.
        catchThrowable(() -> RawHttp.get(port, "/restart", Map.of()));

        int portAfterwards = nextPort(output);
        assertProfiled(portAfterwards, "after");
        assertThat(RawHttp.get(portAfterwards, "/stored?trace=before", Map.of()))
                .as("a store of the restarted application's own")
                .contains("[]");
    }

    private static void assertProfiled(int port, String trace) {
        List<String> response = RawHttp.get(port, "/messages", RunningApp.signed(trace));
        assertThat(response).contains("messages", "X-Trace-Id: " + trace);
        await().untilAsserted(() -> assertThat(RawHttp.get(port, "/stored?trace=" + trace, Map.of()))
                .contains("[wsgi-start, controller-start, message_store-start, message_store-stop, controller-stop,"
                        + " wsgi-manifest-stop, wsgi-stop]"));
    }

    private static int nextPort(BufferedReader output) throws IOException {
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(RestartingApplication.PORT)) {
                return Integer.parseInt(line.substring(RestartingApplication.PORT.length()));
            }
            seen.append(line).append(System.lineSeparator());
        }
        throw new AssertionError("The application has ended:" + System.lineSeparator() + seen);
    }

    /** DevTools restarts classes in directories; ours are to be as they are in a jar. */
    private static Process fork(Path restartSettings) throws IOException {
        Files.writeString(
                Files.createDirectories(restartSettings.resolve("META-INF")).resolve("spring-devtools.properties"),
                "restart.exclude.profiler=.*/target/classes/");
        String classpath = String.join(
                File.pathSeparator,
                restartSettings.toString(),
                System.getProperty("devtools.jar"),
                System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classpath,
                        "-XX:TieredStopAtLevel=1",
                        RestartingApplication.class.getName(),
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.devtools.livereload.enabled=false",
                        "--profiler.enabled=true",
                        "--profiler.hmac-keys=" + RunningApp.KEY,
                        "--profiler.trace-wsgi-transport=true",
                        "--profiler.trace-message-store=true")
                .redirectErrorStream(true)
                .start();
    }
}
