// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.war;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** In a container, where Spring Boot's error page is a filter, and what an application leaves behind stays forever. */
@Timeout(120)
class WarTest {

    @Test
    void tellsTheTraceWithTheErrorPageAndIsGoneWhenItIsDeployedAgain(@TempDir Path base) throws IOException {
        MongoServer server = new MongoServer(new MemoryBackend());
        try {
            String uri = "mongodb:/" + server.bind();
            List<String> output = run(base, uri);

            assertThat(output)
                    .contains("boom: HTTP/1.1 500 ", "boom: X-Trace-Id: boom")
                    .contains("hello: HTTP/1.1 200 ", "hello: X-Trace-Id: hello")
                    .contains("class loader of the first: gone");
        } finally {
            server.shutdownNow();
        }
    }

    private static List<String> run(Path base, String connectionString) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-XX:TieredStopAtLevel=1",
                        "-Dprofiler.connection-string=" + connectionString,
                        Container.class.getName(),
                        base.toString())
                .redirectErrorStream(true)
                .start();
        try (Stream<String> lines = process.inputReader(UTF_8).lines()) {
            return lines.toList();
        } finally {
            process.destroyForcibly();
        }
    }
}
