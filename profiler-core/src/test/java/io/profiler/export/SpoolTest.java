// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.memory.InMemoryTraceStore;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.Profiler;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SpoolTest {

    private static final int EMPTY_FILE = 16;
    private static final int LARGE = 1 << 24;
    private static final int OF_REQUEST = Outage.POINTS_OF_REQUEST;
    private static final ExportSettings SHORT_SHUTDOWN =
            new ExportSettings(1_000, 50, Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofMillis(20));

    private final InMemoryTraceStore memory = new InMemoryTraceStore(StoreOptions.defaults());
    private final FaultyStore store = new FaultyStore(memory);
    private final AtomicBoolean away = new AtomicBoolean();
    private final Semaphore gate = new Semaphore(0);
    private final List<TracePointExporter> exporters = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        exporters.forEach(TracePointExporter::close);
    }

    @Test
    void moreThanTheQueueHoldsIsStoredWhenTheStoreIsBack() {
        TracePointExporter exporter = start(LARGE);
        away.set(true);
        for (int i = 1; i <= 20; i++) {
            int made = i * 16 * OF_REQUEST;
            requests(exporter, 16);
            await().until(() -> Outage.pointsIn(file()) == made);
        }
        assertThat(exporter.counts()).isEqualTo(new PointCounts(0, 20 * 16 * OF_REQUEST, 0, 0, 0, 0, 0));

        away.set(false);
        await().until(() -> exporter.counts().waiting() == 0);

        assertThat(exporter.counts()).isEqualTo(new PointCounts(20 * 16 * OF_REQUEST, 0, 0, 0, 0, 0, 0));
        for (int i = 0; i < 16; i++) {
            assertThat(memory.read("trace" + i)).hasSize(20 * OF_REQUEST);
        }
        assertThat(file()).hasSize(EMPTY_FILE);
    }

    @Test
    void theRoomThatShortRequestsDoNotUseIsGivenBack() {
        TracePointExporter exporter = start(LARGE);
        away.set(true);
        for (int i = 1; i <= 40; i++) {
            int made = i * 16 * 3;
            for (int j = 0; j < 16; j++) {
                Outage.request(profiler(exporter), "trace" + j, 1);
            }
            await().until(() -> Outage.pointsIn(file()) == made);
        }

        assertThat(exporter.counts()).isEqualTo(new PointCounts(0, 40 * 16 * 3, 0, 0, 0, 0, 0));
    }

    @Test
    void whatOthersMayReadIsSoonItsOwnersAlone() throws IOException {
        Files.createFile(file());
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-rw-"));

        start(LARGE);

        await().until(() -> Files.size(file()) == EMPTY_FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        start(LARGE);

        await().until(() -> Files.exists(file()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void whatAKilledProcessLeftIsStoredAtTheNextStart() throws Exception {
        leaveByKilledProcess();

        TracePointExporter exporter = start(LARGE);

        await().until(() -> exporter.counts().stored() == Outage.POINTS);
        assertThat(exporter.counts().recorded()).isEqualTo(Outage.POINTS);
        for (int i = 0; i < 4; i++) {
            assertThat(memory.read("trace" + i)).hasSize(Outage.POINTS / 4);
        }
    }

    @Test
    void aTornEndIsCutOffAndToldOnce(CapturedOutput output) throws Exception {
        leaveByKilledProcess();
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length - 3));

        TracePointExporter exporter = start(LARGE);

        await().until(() -> exporter.counts().stored() > 0 && exporter.counts().waiting() == 0);
        assertThat(exporter.counts().stored()).isBetween(Outage.POINTS / 2L, Outage.POINTS - 1L);
        assertThat(output.toString().split("cut off", -1)).hasSize(2);
    }

    @Test
    void bytesThatAreNoRecordHurtNothingBeforeThem() throws Exception {
        leaveByKilledProcess();
        Files.write(file(), "anything at all".getBytes(StandardCharsets.US_ASCII), StandardOpenOption.APPEND);

        TracePointExporter exporter = start(LARGE);

        await().until(() -> exporter.counts().stored() == Outage.POINTS);
    }

    @Test
    void beyondItsBoundPointsWaitInMemoryAndAreThenDropped() {
        int maxBytes = 20_000;
        TracePointExporter exporter = start(maxBytes);
        away.set(true);
        requests(exporter, 250);
        await().until(() -> exporter.counts().droppedQueueFull() > 0 && Outage.pointsIn(file()) > 0);

        assertThat(exporter.counts().recorded()).isEqualTo(250 * OF_REQUEST);
        assertThat(file().toFile().length()).isBetween(maxBytes / 4L, (long) maxBytes);

        away.set(false);
        await().until(() -> exporter.counts().waiting() == 0);
        assertThat(exporter.counts().stored() + exporter.counts().droppedQueueFull())
                .isEqualTo(250 * OF_REQUEST);
    }

    @Test
    void closingKeepsWhatTheStoreDidNotTake() {
        TracePointExporter exporter = start(LARGE);
        away.set(true);
        Outage.request(profiler(exporter), "kept", 8);

        exporter.close();

        assertThat(exporter.counts()).isEqualTo(new PointCounts(0, OF_REQUEST, 0, 0, 0, 0, 0));
        away.set(false);
        TracePointExporter next = start(LARGE);
        await().until(() -> next.counts().stored() == OF_REQUEST);
        assertThat(memory.read("kept")).hasSize(OF_REQUEST);
    }

    @Test
    void allThatWaitsIsInTheFileBeforeTheStoreIsAskedAgain() throws IOException {
        TracePointExporter exporter = startBlocked();
        requests(exporter, 21);
        await().until(() -> store.attempts.get() == 1);
        requests(exporter, 20);

        gate.release();
        await().until(() -> store.attempts.get() == 2);

        assertThat(Outage.pointsIn(file())).isEqualTo(41 * OF_REQUEST);
    }

    @Test
    void closingKeepsWhatCameWhileTheStoreDidNotAnswer(CapturedOutput output) throws IOException {
        TracePointExporter exporter = startBlocked();
        Outage.request(profiler(exporter), "a", 8);
        await().until(() -> store.attempts.get() == 1);
        requests(exporter, 20);

        exporter.close();

        assertThat(exporter.counts()).isEqualTo(new PointCounts(0, 21 * OF_REQUEST, 0, 0, 0, 0, 0));
        assertThat(Outage.pointsIn(file())).isEqualTo(21 * OF_REQUEST);
        assertThat(output).doesNotContain("were not stored");
    }

    @Test
    void whatIsStoredAfterTheCloseIsNotLost(CapturedOutput output) {
        away.set(true);
        TracePointExporter first = start(LARGE);
        Outage.request(profiler(first), "kept", 8);
        first.close();
        away.set(false);
        store.attempts.set(0);
        TracePointExporter second = start(file(), LARGE, SHORT_SHUTDOWN);
        store.before = points -> gate.acquireUninterruptibly();
        await().until(() -> store.attempts.get() == 1);

        second.close();
        gate.release();

        await().until(() -> Files.size(file()) == EMPTY_FILE);
        assertThat(second.counts()).isEqualTo(new PointCounts(OF_REQUEST, 0, 0, 0, 0, 0, 0));
        assertThat(output).doesNotContain("are lost");
    }

    @Test
    void aFileThatThereIsNoMemoryToReadIsNotUsedAndThatIsTold(CapturedOutput output) {
        Path failing = (Path) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Path.class}, (path, method, arguments) -> {
                    if (method.getName().equals("toString")) {
                        return "failing";
                    }
                    throw new OutOfMemoryError("of a test");
                });

        TracePointExporter exporter = start(failing, LARGE);
        Outage.request(profiler(exporter), "a", 8);

        await().until(() -> exporter.counts().stored() == OF_REQUEST);
        assertThat(output).contains("kept in memory alone: failing cannot be used");
    }

    @Test
    void withoutAFolderItIsAsWithoutASpool(CapturedOutput output) {
        TracePointExporter exporter = start(folder.resolve("missing/spool"), LARGE);

        Outage.request(profiler(exporter), "a", 8);

        await().until(() -> exporter.counts().stored() == OF_REQUEST);
        assertThat(output.toString().split("kept in memory alone", -1)).hasSize(2);
    }

    @Test
    void aFileOfSomebodyElseIsLeftAlone(CapturedOutput output) throws IOException {
        Files.writeString(file(), "letters to a friend");

        TracePointExporter exporter = start(LARGE);
        Outage.request(profiler(exporter), "a", 8);

        await().until(() -> exporter.counts().stored() == OF_REQUEST);
        assertThat(file()).hasContent("letters to a friend");
        assertThat(output).contains("not one that the profiler made");
    }

    @Test
    void twoOfOnePathDoNotMix(CapturedOutput output) {
        start(LARGE);
        await().until(() -> Files.exists(file()) && Files.size(file()) == EMPTY_FILE);

        TracePointExporter second = start(LARGE);
        Outage.request(profiler(second), "a", 8);

        await().until(() -> second.counts().stored() == OF_REQUEST);
        assertThat(output).contains("it is in use already");
    }

    private static void requests(TracePointExporter exporter, int traces) {
        for (int i = 0; i < traces; i++) {
            Outage.request(profiler(exporter), "trace" + i, 8);
        }
    }

    private void leaveByKilledProcess() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Outage.class.getName(),
                        file().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.inputReader().lines().filter("kept"::equals).findFirst())
                    .isPresent();
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(Outage.pointsIn(file())).isEqualTo(Outage.POINTS);
    }

    private TracePointExporter start(int maxBytes) {
        return start(file(), maxBytes);
    }

    /** Each attempt fails once it is let go, or interrupted. */
    private TracePointExporter startBlocked() {
        TracePointExporter exporter = start(file(), LARGE, SHORT_SHUTDOWN);
        store.before = points -> {
            try {
                gate.acquire();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
            throw new StoreUnavailableException("away", new IllegalStateException());
        };
        return exporter;
    }

    private TracePointExporter start(Path file, int maxBytes) {
        return start(file, maxBytes, Outage.settings(null));
    }

    private TracePointExporter start(Path file, int maxBytes, ExportSettings settings) {
        store.before = points -> {
            if (away.get()) {
                throw new StoreUnavailableException("away", new IllegalStateException());
            }
        };
        TracePointExporter exporter =
                new TracePointExporter(store, settings.withSpool(new SpoolSettings(file, maxBytes)));
        exporters.add(exporter);
        return exporter;
    }

    private static Profiler profiler(TracePointExporter exporter) {
        return Profiler.create(exporter, new Origin("host", "demo", "api"), ArgumentCapture.disabled());
    }

    private Path file() {
        return folder.resolve("spool");
    }
}
