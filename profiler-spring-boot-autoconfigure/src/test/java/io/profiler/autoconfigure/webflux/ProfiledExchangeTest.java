// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.admission.Admission;
import io.profiler.autoconfigure.kit.RawHttp;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.point.TracePoint;
import io.profiler.propagation.SignedHeaders;
import io.profiler.report.Report;
import io.profiler.report.internal.analysis.UnexplainedTime;
import io.profiler.test.CollectingSink;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

class ProfiledExchangeTest {

    private static RunningApp app;

    @BeforeAll
    static void start() {
        app = RunningApp.startReactive(ShopApplication.class, "profiler.trace-wsgi-transport=true");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/plain, wsgi(controller)",
        "/price, wsgi(controller(service(repository)))",
        "/stock, wsgi(controller(service repository))",
        "/blocking, wsgi(controller(repository))",
        "/supplied, wsgi(controller(repository))",
        "/deferred, wsgi(controller(repository))",
        "/generated, wsgi(controller(repository repository))",
        "/stream, wsgi(controller(repository repository repository))",
        "/nothing, wsgi",
    })
    void spansAreWhereTheirCallersAreOnWhateverThreadTheyRun(String path, String tree) {
        assertThat(app.profiled(path).tree()).isEqualTo(tree);
    }

    @Test
    void theRootSaysWhatWasAskedAndAnswered() {
        Trace trace = app.profiled("/price?of=7");

        assertThat(trace.info("wsgi-start").get("request"))
                .isEqualTo(Map.of("path", "/price", "query", "of=7", "method", "GET", "scheme", "http"));
        assertThat(trace.info("wsgi-stop"))
                .containsEntry("response", Map.of("status", 200))
                .containsEntry("request", Map.of("route", "/price"));
        assertThat(trace.info("wsgi-start").get("process"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("uptime_micros", "classes");
        assertThat(trace.info("wsgi-stop").get("process"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("classes");
        assertThat(trace.response().headers().firstValue(SignedHeaders.TRACE_ID))
                .contains(trace.baseId());
        assertThat(trace.response().headers().firstValue("Server-Timing")).isPresent();
        assertThat(trace.response().headers().allValues("Vary")).contains("X-Trace-Token, X-Trace-Info");
    }

    @Test
    void anErrorEndsTheSpansThatItGoesThrough() {
        Trace trace = app.profiled("/broken");

        assertThat(trace.response().statusCode()).isEqualTo(500);
        assertThat(trace.tree()).isEqualTo("wsgi(controller(service))");
        assertThat(trace.info("wsgi-stop")).containsEntry("response", Map.of("status", 500));
        assertThat(List.of(trace.info("wsgi-stop"), trace.info("controller-stop"), trace.info("service-stop")))
                .allSatisfy(info -> assertThat(info.get("etype")).asString().endsWith("IllegalStateException"));
    }

    @Test
    void anErrorOnceTheResponseIsSentLeavesItsStatus() {
        String baseId = UUID.randomUUID().toString();
        RawHttp.get(app.port(), "/broken-when-sent", RunningApp.signed(baseId));

        assertThat(new Trace(baseId, null, app.bean(CollectingSink.class)).info("wsgi-stop"))
                .containsEntry("response", Map.of("status", 200))
                .containsKey("etype");
    }

    @ParameterizedTest
    @CsvSource({"/missing, 404", "/conflict, 409", "/gone, 410"})
    void anAnswerIsNoError(String path, int status) {
        Trace trace = app.profiled(path);

        assertThat(trace.response().statusCode()).isEqualTo(status);
        assertThat(trace.info("wsgi-stop"))
                .containsEntry("response", Map.of("status", status))
                .doesNotContainKey("etype");
    }

    @Test
    void anAnswerThatCannotBeAskedForItsStatusEndsTheRequestAsWell() {
        Trace trace = app.profiled("/strange");

        assertThat(trace.tree()).isEqualTo("wsgi(controller)");
        assertThat(trace.info("wsgi-stop").get("etype")).asString().endsWith("StrangeAnswer");
        await().until(() -> !app.bean(Admission.class).isProfiling());
    }

    @Test
    void aThousandConcurrentCallsAreAThousandChildrenOfTheirCaller() {
        Trace trace = app.profiled("/many");

        trace.tree();
        List<TracePoint> starts = trace.points().stream()
                .filter(point -> point.name().equals("service-start"))
                .toList();
        assertThat(starts).hasSize(ShopApplication.MANY);
        assertThat(starts).extracting(TracePoint::parentId).containsOnly(spanOf(trace, "controller"));
        assertThat(starts)
                .allSatisfy(start -> assertThat(duration(trace, start)).isGreaterThanOrEqualTo(ShopApplication.DELAY));
    }

    @Test
    void aClientThatGoesAwayEndsTheRequest() throws IOException {
        String baseId = UUID.randomUUID().toString();
        endless(baseId).close();

        Trace trace = new Trace(baseId, null, app.bean(CollectingSink.class));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        trace.points().stream().anyMatch(point -> point.name().equals("wsgi-stop")));
        assertThat(trace.tree()).startsWith("wsgi(controller");
    }

    @Test
    void whatAnotherRequestWaitsForMakesItNoPartOfTheOneThatGivesIt() throws Exception {
        String holder = UUID.randomUUID().toString();
        CompletableFuture<HttpResponse<String>> waiting;
        try (Socket held = endless(holder)) {
            waiting = CompletableFuture.supplyAsync(() -> app.get("/shared"));
            await().until(() -> ShopApplication.SHARED.currentSubscriberCount() == 1);
            app.profiled("/share");
        }

        assertThat(waiting.get().body()).isEqualTo("false");
    }

    @Test
    void oneThatThereIsNoRoomForIsOneOfTheOthers() {
        AtomicBoolean marked = new AtomicBoolean();

        new ProfiledExchange(
                        () -> null,
                        () -> Mono.deferContextual(
                                context -> Mono.fromRunnable(() -> marked.set(context.hasKey("io.profiler.others")))))
                .block();

        assertThat(marked).isTrue();
    }

    @Test
    void anErrorOfTheVirtualMachineEndsTheRequestAsWell() {
        String baseId = UUID.randomUUID().toString();
        CompletableFuture.runAsync(() -> app.get("/fatal", RunningApp.signed(baseId)));

        Trace trace = new Trace(baseId, null, app.bean(CollectingSink.class));
        await().until(() ->
                trace.points().stream().anyMatch(point -> point.name().equals("wsgi-stop")));
        await().until(() -> !isLifted());
    }

    @Test
    void theRootTellsWhatItWentThroughWhereNoSpanIs() {
        Trace trace = app.profiled("/price");

        assertThat(phases(trace)).startsWith("profiler", "filters", "mapping", "arguments", "result");
        assertThat(members(trace)).extracting(phase -> (Long) phase.get("from")).isSorted();
    }

    /** It takes time to describe an error, or what a controller gives: the phase begins first, so that this is explained. */
    @ParameterizedTest
    @CsvSource({"/price, service", "/broken, service", "/broken-flux, repository", "/broken-late, repository"})
    void theResultIsWhatComesAfterTheController(String path, String inner) {
        Trace trace = app.profiled(path);

        Map<?, ?> result = members(trace).stream()
                .filter(phase -> phase.get("name").equals("result"))
                .findFirst()
                .orElseThrow();
        assertThat((Long) result.get("from"))
                .isBetween(micros(trace, inner + "-stop") - 1, micros(trace, "controller-stop") + 1);
    }

    private static long micros(Trace trace, String name) {
        Duration sinceBeginning = Duration.between(
                LocalDateTime.parse(point(trace, "wsgi-start").timestamp()),
                LocalDateTime.parse(point(trace, name).timestamp()));
        return sinceBeginning.toNanos() / 1_000;
    }

    @Test
    void aRequestIsExplained() {
        assertThat(IntStream.range(0, 10).mapToDouble(i -> explainedPart(app.profiled("/price"))))
                .anyMatch(part -> part > 0.95);
    }

    @ParameterizedTest
    @CsvSource({
        "/number?of=7, mapping arguments result",
        "/number?of=seven, mapping arguments",
        "/missing, mapping resource",
        "/functional, mapping arguments result",
    })
    void phasesAreThoseOfWhatHandlesTheRequest(String path, String phases) {
        List<String> others = List.of("profiler", "filters");

        assertThat(phases(app.profiled(path)).stream().filter(phase -> !others.contains(phase)))
                .containsExactly(phases.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, wsgi(wsgi(controller))", "[::ffff:127.0.0.1], wsgi"})
    void whatAGatewaySendsOnIsSignedAnewOrNotAtAll(String host, String tree) {
        Trace trace = sentOnTo(host);

        assertThat(trace.response().statusCode()).isEqualTo(200);
        assertThat(trace.tree()).isEqualTo(tree);
    }

    @Test
    void aGatewayIsAPhase() {
        assertThat(phases(sentOnTo("[::ffff:127.0.0.1]"))).containsSubsequence("filters", "mapping", "gateway");
    }

    private static Trace sentOnTo(String host) {
        String to = URLEncoder.encode("http://" + host + ":" + app.port() + "/plain", StandardCharsets.UTF_8);
        return app.profiled("/sent-on?to=" + to);
    }

    @Test
    void concurrentRequestsHaveEachTheirOwnPhases() {
        List<CompletableFuture<Trace>> traces = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> app.profiled("/price")))
                .limit(20)
                .toList();

        assertThat(traces)
                .allSatisfy(
                        trace -> assertThat(phases(trace.join())).containsOnlyOnce("mapping", "arguments", "result"));
    }

    @Test
    void othersAreNotTouched() {
        app.profiled("/stock").tree();

        for (int i = 0; i < 50; i++) {
            assertThat(app.get("/profiled").body()).isEqualTo("false");
        }
        await().until(() -> !isLifted());
        assertThat(app.get("/plain").headers().map().keySet())
                .doesNotContain(SignedHeaders.TRACE_ID.toLowerCase(Locale.ROOT), "server-timing");
    }

    private static List<String> phases(Trace trace) {
        return members(trace).stream().map(phase -> (String) phase.get("name")).toList();
    }

    private static List<Map<?, ?>> members(Trace trace) {
        return ((List<?>) trace.info("wsgi-stop").get("phases"))
                .stream().<Map<?, ?>>map(phase -> (Map<?, ?>) phase).toList();
    }

    private static double explainedPart(Trace trace) {
        trace.tree();
        UnexplainedTime time = UnexplainedTime.of(Report.of(trace.points()));
        return 1 - (double) time.micros() / time.ofMicros();
    }

    /** A profiled request that goes on until its client goes away. */
    private static Socket endless(String baseId) throws IOException {
        String headers = RunningApp.signed(baseId).entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        Socket socket = new Socket("127.0.0.1", app.port());
        OutputStream out = socket.getOutputStream();
        out.write(("GET /endless HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        assertThat(socket.getInputStream().read()).isPositive();
        return socket;
    }

    /** Reactor puts the class that follows signals around an operator while its hook is set. */
    private static boolean isLifted() {
        return Mono.just(1).map(one -> one).getClass().getSimpleName().contains("Lift");
    }

    private static String spanOf(Trace trace, String name) {
        return point(trace, name + "-start").traceId();
    }

    private static TracePoint point(Trace trace, String name) {
        return trace.points().stream()
                .filter(point -> point.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Duration duration(Trace trace, TracePoint start) {
        TracePoint stop = trace.points().stream()
                .filter(point -> point.traceId().equals(start.traceId()) && point.isStop())
                .findFirst()
                .orElseThrow();
        return Duration.between(LocalDateTime.parse(start.timestamp()), LocalDateTime.parse(stop.timestamp()));
    }
}
