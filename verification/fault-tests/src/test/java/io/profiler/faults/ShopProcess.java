// SPDX-License-Identifier: Apache-2.0
package io.profiler.faults;

import io.profiler.faults.app.ShopApplication;
import io.profiler.servers.FreePort;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application, in a virtual machine of its own. */
final class ShopProcess implements AutoCloseable {

    static final String KEY = "a key of the fault tests";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port = FreePort.any();
    private final Path log;
    private final Process process;

    /**
     * @param machine options of its virtual machine
     * @param properties of the application, besides those that turn the profiler on
     */
    ShopProcess(Path folder, List<String> machine, String... properties) {
        this.log = folder.resolve("application.log");
        try {
            this.process = new ProcessBuilder(command(machine, properties))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(this::answers);
    }

    private boolean answers() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the application has ended:\n" + log());
        }
        return get("/orders", Map.of()).statusCode() == 200;
    }

    private List<String> command(List<String> machine, String... properties) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(machine);
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator));
        command.add(ShopApplication.class.getName());
        command.add("--server.port=" + port);
        command.add("--server.address=127.0.0.1");
        command.add("--management.endpoints.web.exposure.include=metrics,profiler");
        command.add("--profiler.enabled=true");
        command.add("--profiler.hmac-keys=" + KEY);
        command.add("--profiler.trace-wsgi-transport=true");
        command.add("--profiler.trace-message-store=true");
        for (String property : properties) {
            command.add("--" + property);
        }
        return command;
    }

    HttpResponse<String> get(String path, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Sum of a meter over all of its tags; 0 before the first profiled request. */
    long points(String outcome) {
        try {
            HttpResponse<String> answer = get("/actuator/metrics/profiler.points." + outcome, Map.of());
            JsonNode measurements = JSON.readTree(answer.body()).path("measurements");
            return answer.statusCode() == 200
                    ? measurements.path(0).path("value").asLong()
                    : 0;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(log(), e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end, as an orchestrator does. */
    void terminate() {
        process.destroy();
        awaitEnd();
    }

    /** Gives it no time for anything. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    private void awaitEnd() {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive());
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
