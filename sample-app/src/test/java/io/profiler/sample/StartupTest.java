// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** What the sample says when it starts, and where its data are. */
@ExtendWith(OutputCaptureExtension.class)
class StartupTest {

    private static final Pattern CONSOLE = Pattern.compile("look at their traces: (\\S+)");
    private static final Pattern SERVICE = Pattern.compile("profiler request (\\S+)");

    @TempDir
    private Path directory;

    @Test
    void theAddressesThatItTellsAreThere(CapturedOutput output) throws Exception {
        try (ConfigurableApplicationContext sample = start("--server.servlet.context-path=/zaqar")) {
            assertThat(statuses(output, SERVICE)).containsExactly(200);
            assertThat(statuses(output, CONSOLE)).containsExactly(200);
        }
    }

    @Test
    void theConsoleIsOnThePortOfTheManagement(CapturedOutput output) throws Exception {
        try (ConfigurableApplicationContext sample =
                start("--management.server.port=0", "--management.server.base-path=/manage")) {
            assertThat(statuses(output, SERVICE)).containsExactly(200);
            assertThat(statuses(output, CONSOLE)).containsExactly(200);
        }
    }

    @Test
    void withoutAManagementPortThereIsNoConsole(CapturedOutput output) throws Exception {
        try (ConfigurableApplicationContext sample = start("--management.server.port=-1")) {
            assertThat(statuses(output, SERVICE)).containsExactly(200);
            assertThat(statuses(output, CONSOLE)).isEmpty();
        }
    }

    @Test
    void tracesFollowTheEmbeddedDatabase() throws IOException {
        int port = freePort();
        try (ConfigurableApplicationContext sample = run("--sample.mongodb.port=" + port)) {
            assertThat(connectionString(sample)).isEqualTo("mongodb://localhost:" + port);
        }
    }

    @Test
    void tracesFollowAnotherDatabase() {
        String uri = "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=1";
        try (ConfigurableApplicationContext sample = run(
                "--spring.mongodb.uri=" + uri,
                "--spring.data.mongodb.auto-index-creation=false",
                "--profiler.enabled=false")) {
            assertThat(connectionString(sample)).isEqualTo(uri);
        }
    }

    @Test
    void nobodyElseMayReadItsData() throws IOException {
        start().close();

        assertThat(rights("data/mongodb.mv")).isEqualTo("rw-------");
        assertThat(rights("data")).isEqualTo("rwx------");
    }

    @Test
    void dataThatOthersCouldReadAreTakenFromThem() throws IOException {
        start().close();
        Files.setPosixFilePermissions(
                directory.resolve("data/mongodb.mv"), PosixFilePermissions.fromString("rw-r--r--"));

        start().close();

        assertThat(rights("data/mongodb.mv")).isEqualTo("rw-------");
    }

    private String rights(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file)));
    }

    private ConfigurableApplicationContext start(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--sample.mongodb.port=0", "--profiler.connection-string="));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    private ConfigurableApplicationContext run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--sample.mongodb.file=" + directory.resolve("data/mongodb.mv"),
                "--logging.level.io.profiler.sample=info",
                "--spring.main.banner-mode=off"));
        all.addAll(List.of(arguments));
        return SpringApplication.run(SampleApplication.class, all.toArray(String[]::new));
    }

    private static String connectionString(ConfigurableApplicationContext sample) {
        return sample.getEnvironment().getProperty("profiler.connection-string");
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static List<Integer> statuses(CapturedOutput output, Pattern address) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (String url : address.matcher(output.getOut())
                .results()
                .map(found -> found.group(1))
                .toList()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
            statuses.add(HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode());
        }
        return statuses;
    }
}
