// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.cli.CommandRun;
import io.profiler.cli.ProfilerCommand;
import io.profiler.cli.console.Environment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests whose answers have no end, or none that comes. */
@Timeout(120)
class EndlessAnswerTest {

    private static final Map<String, String> KEY = Map.of("OS_PROFILE", "123");
    private static final String CUT = "profiler: the answer was not read to its end, as --max-time says\n";
    private static final int SIGTERM_EXIT_CODE = 128 + 15;

    private EchoService service;
    private @Nullable Process command;

    @BeforeEach
    void start() throws IOException {
        service = new EchoService();
        service.answers("data: 1\n");
        service.ends(EchoService.Ending.NEVER);
    }

    @AfterEach
    void stop() {
        service.close();
        if (command != null) {
            command.destroyForcibly();
        }
    }

    @Test
    void whatCameInTimeIsPrinted() {
        CommandRun run = requestForSomeTime(false);

        assertThat(run).isEqualTo(new CommandRun(0, """
                HTTP/1.1 201
                data: 1


                Trace ID: %s
                To show it: profiler trace show %s --connection-string STRING
                """.formatted(id(), id()), CUT));
    }

    @Test
    void aTerminalGetsWhatCameInTime() {
        CommandRun run = requestForSomeTime(true);

        assertThat(run.out()).startsWith("HTTP/1.1 201\ndata: 1\n\n\nTrace ID: " + id());
    }

    @Test
    void whatIsThereOfTheTraceIsShown(@TempDir Path folder) {
        String store = service.storesInto("jdbc:h2:" + folder.resolve("traces"));

        CommandRun run = requestForSomeTime(false, "--show", "--connection-string", store);

        assertThat(run.err()).isEqualTo(CUT);
        assertThat(run.out()).startsWith("HTTP/1.1 201\n\nTrace ID: " + id()).contains("wsgi  GET /");
    }

    @Test
    void eachOfManyIsReadForSoLong() {
        CommandRun run = requestForSomeTime(false, "-n", "2");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("2 requests, HTTP/1.1 201; ").contains(id());
        assertThat(run.err()).isEqualTo("profiler: 2 of 2 answers were not read to their end, as --max-time says\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--show", "-n2"})
    void ofWhatIsNotProfiledNoEndIsWaitedFor(String option) {
        Map<String, String> wrong = Map.of("OS_PROFILE", "wrong", "OSPROFILER_CONNECTION_STRING", "jdbc:h2:mem:none");

        CommandRun run = CommandRun.in(wrong, "request", service.url(), option);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).startsWith("profiler: nothing says that the request was profiled");
    }

    @Test
    void ofAnAnswerThatDoesNotComeTheTraceIsToldIfThereIsOne() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandRun run =
                    CommandRun.in(KEY, "request", "http://127.0.0.1:" + silent.getLocalPort(), "--max-time", "1s");

            assertThat(run.exitCode()).isOne();
            assertThat(run.err())
                    .matches("profiler: no answer within 1\\.00 s; if the request was profiled, its trace is"
                            + " ([0-9a-f-]{36}): profiler trace show \\1 --connection-string STRING\n");
        }
    }

    @Test
    void anAnswerThatBreaksOffIsAFailureThatTellsTheTrace() {
        service.ends(EchoService.Ending.BROKEN_OFF);

        CommandRun run = request();

        assertThat(run.exitCode()).isOne();
        assertThat(run.out()).isEqualTo("HTTP/1.1 201\ndata: 1\n\n");
        assertThat(run.err())
                .isEqualTo("profiler: the answer broke off before its end; its trace is " + id()
                        + ": profiler trace show " + id() + " --connection-string STRING\n");
    }

    @Test
    void saysHowLongItCanWait() {
        assertThat(request("--max-time", "8d")).isEqualTo(new CommandRun(1, "", "profiler: --max-time is 1ms to 7d\n"));
    }

    @Test
    void whoEndsTheCommandIsToldTheTrace() throws IOException, InterruptedException {
        command = start("-Xmx64m", service.url());
        try (BufferedReader out = command.inputReader();
                BufferedReader err = command.errorReader()) {
            assertThat(List.of(out.readLine(), out.readLine())).containsExactly("HTTP/1.1 201", "data: 1");

            command.toHandle().destroy();

            assertThat(err.lines())
                    .containsExactly(
                            "Trace ID: " + id(),
                            "To show it: profiler trace show " + id() + " --connection-string STRING");
        }
        assertThat(command.waitFor()).isEqualTo(SIGTERM_EXIT_CODE);
    }

    @Test
    void aBodyMayBeLargerThanMemory() throws IOException, InterruptedException {
        byte[] body = new byte[96 << 20];
        service.answers(body, "application/octet-stream");
        service.ends(EchoService.Ending.WHOLE);

        command = start("-Xmx32m", service.url());

        assertThat(command.getInputStream().transferTo(OutputStream.nullOutputStream()))
                .isGreaterThan(body.length);
        assertThat(command.waitFor()).isZero();
    }

    private static Process start(String memory, String url) throws IOException {
        List<String> line =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), memory, "-cp"));
        line.add(System.getProperty("java.class.path"));
        line.addAll(List.of(ProfilerCommand.class.getName(), "request", url, "--hmac-key", "123"));
        return new ProcessBuilder(line).start();
    }

    /** For ever longer, until a machine that has much to do answers within that. */
    private CommandRun requestForSomeTime(boolean terminal, String... options) {
        Environment environment = new Environment(KEY, StandardCharsets.UTF_8, terminal, false);
        CommandRun run = new CommandRun(1, "", "no answer within no time");
        for (int seconds = 1; seconds <= 32 && run.err().contains("no answer within"); seconds *= 2) {
            Stream<String> request = Stream.of("request", service.url(), "--max-time", seconds + "s");
            run = CommandRun.in(
                    environment, Stream.concat(request, Stream.of(options)).toArray(String[]::new));
        }
        return run;
    }

    private CommandRun request(String... options) {
        return CommandRun.in(
                KEY,
                Stream.concat(Stream.of("request", service.url()), Stream.of(options))
                        .toArray(String[]::new));
    }

    private String id() {
        return service.verdict().context().baseId();
    }
}
