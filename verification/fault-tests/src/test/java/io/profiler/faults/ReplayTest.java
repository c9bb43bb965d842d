// SPDX-License-Identifier: Apache-2.0
package io.profiler.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.servers.LocalRedis;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One captured pair of headers, sent again and again, while an operator has the console open and opens the trace. */
class ReplayTest {

    private static final int REPLAYS = Integer.getInteger("replays", 5_000);
    private static final int SENDERS = 4;
    private static final int OWN_TRACES = 10;
    private static final long MOST_MEMORY_LEFT = 64L << 20;

    @TempDir
    static Path folder;

    @RegisterExtension
    static final LocalRedis redis = new LocalRedis();

    private final AtomicInteger left = new AtomicInteger(REPLAYS);
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void harmsNobody() throws Exception {
        String captured = UUID.randomUUID().toString();
        try (ShopProcess shop = new ShopProcess(
                folder, List.of("-Xmx256m"), "profiler.connection-string=" + redis.connectionString())) {
            long before = usedAfterCollection(shop);
            List<Thread> senders = flood(shop, captured);
            Thread operator = inBackground(() -> lookOn(shop, captured));
            List<String> own = ownTraces(shop);
            for (Thread sender : senders) {
                sender.join();
            }
            operator.join();

            assertThat(failures).isEmpty();
            assertThat(shop.log()).doesNotContain("OutOfMemoryError");
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> shop.points("waiting") == 0);
            assertThat(own)
                    .allSatisfy(trace -> assertThat(shop.get("/actuator/profiler/" + trace, Map.of())
                                    .body())
                            .contains("\"wsgi-stop\"")
                            .contains("message_store"));
            assertThat(usedAfterCollection(shop) - before).isLessThan(MOST_MEMORY_LEFT);
        }
    }

    private List<Thread> flood(ShopProcess shop, String captured) {
        Map<String, String> headers = Load.signed(captured);
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            senders.add(inBackground(() -> {
                while (left.getAndDecrement() > 0) {
                    send(shop, "/orders?calls=1000", headers);
                }
            }));
        }
        return senders;
    }

    /** As the console does, and a click on the topmost trace. */
    private void lookOn(ShopProcess shop, String captured) {
        while (left.get() > 0) {
            send(shop, "/actuator/profiler?limit=50", Map.of("Accept", "application/json"));
            open(shop, captured);
        }
    }

    private void open(ShopProcess shop, String captured) {
        try {
            HttpResponse<String> opened = shop.get("/actuator/profiler/" + captured, Map.of());
            if (!List.of(200, 404, 413).contains(opened.statusCode())) {
                failures.add("the trace: " + opened.statusCode() + " " + opened.body());
            }
        } catch (Exception failed) {
            failures.add("the trace: " + failed);
        }
    }

    private List<String> ownTraces(ShopProcess shop) {
        List<String> own = new ArrayList<>();
        for (int i = 1; i <= OWN_TRACES; i++) {
            int sentBefore = REPLAYS - i * REPLAYS / (OWN_TRACES + 2);
            Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> left.get() < sentBefore);
            String trace = UUID.randomUUID().toString();
            send(shop, "/orders", Load.signed(trace));
            own.add(trace);
        }
        return own;
    }

    private void send(ShopProcess shop, String path, Map<String, String> headers) {
        try {
            int status = shop.get(path, headers).statusCode();
            if (status != 200) {
                failures.add(path + ": " + status);
            }
        } catch (Exception failed) {
            failures.add(path + ": " + failed);
        }
    }

    private static Thread inBackground(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        return thread;
    }

    /** What a collection leaves on the heap. */
    private static long usedAfterCollection(ShopProcess shop) throws Exception {
        Process histogram = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(shop.pid()),
                        "GC.class_histogram")
                .start();
        List<String> lines;
        try (var output = histogram.inputReader()) {
            lines = output.lines().toList();
        }
        String total = lines.get(lines.size() - 1);
        assertThat(total).startsWith("Total");
        return Long.parseLong(total.strip().split("\\s+")[2]);
    }
}
