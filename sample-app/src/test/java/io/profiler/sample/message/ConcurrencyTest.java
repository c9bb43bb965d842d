// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.sample.RunningSample;
import io.profiler.sample.model.JsonText;
import io.profiler.sample.model.QueueId;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several clients use the same queue at once. */
class ConcurrencyTest {

    private static final int CLIENTS = 4;
    private static final int POSTS = 25;
    private static final int MESSAGES_PER_POST = 3;
    private static final int TOTAL = CLIENTS * POSTS * MESSAGES_PER_POST;

    private static final ClaimSelection FIVE = new ClaimSelection(5, true, null);

    private static RunningSample sample;

    @BeforeAll
    static void start() {
        sample = RunningSample.start();
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    void aReaderSeesEveryMessageOnceAndInOrderWhileOthersPost() throws Exception {
        QueueId queue = new QueueId("concurrency", "posted");
        MessagesStore messages = sample.bean(MessagesStore.class);
        List<Message> seen = new ArrayList<>();

        inParallel(() -> read(messages, queue, seen), client -> post(messages, queue, client));

        assertThat(seen).extracting(Message::marker).containsExactlyElementsOf(markers());
        for (int client = 0; client < CLIENTS; client++) {
            assertThat(bodiesOf(client, seen)).containsExactlyElementsOf(expectedBodies(client));
        }
    }

    @Test
    void noMessageIsClaimedTwice() throws Exception {
        QueueId queue = new QueueId("concurrency", "claimed");
        post(sample.bean(MessagesStore.class), queue, 0);
        ClaimsStore claims = sample.bean(ClaimsStore.class);
        List<String> claimed = new ArrayList<>();

        inParallel(() -> null, client -> {
            List<String> mine = claimAll(claims, queue);
            synchronized (claimed) {
                claimed.addAll(mine);
            }
        });

        assertThat(claimed).hasSize(POSTS * MESSAGES_PER_POST).doesNotHaveDuplicates();
    }

    @Test
    void noPatchOfAQueueIsLost() throws Exception {
        sample.send("PUT", "/v2/pools/pool", "{\"uri\": \"mongodb://127.0.0.1\", \"weight\": 1}");
        sample.send("PUT", "/v2/queues/patched", "{}");

        inParallel(() -> null, client -> {
            for (int i = 0; i < POSTS; i++) {
                patch(
                        "/v2/queues/patched",
                        "[{\"op\": \"add\", \"path\": \"/metadata/%s.%s\", \"value\": 1}]".formatted(client, i));
            }
        });

        String metadata = sample.get("/v2/queues/patched").body();
        for (int client = 0; client < CLIENTS; client++) {
            for (int i = 0; i < POSTS; i++) {
                assertThat(metadata).contains("\"%s.%s\":1".formatted(client, i));
            }
        }
    }

    private static void patch(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(sample.uri(path))
                .header("Content-Type", "application/openstack-messaging-v2.0-json-patch")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(sample.send(request).statusCode()).isEqualTo(200);
    }

    private static void inParallel(Callable<?> reader, ClientTask task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS + 1);
        try {
            List<Future<?>> running = new ArrayList<>();
            running.add(threads.submit(reader));
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                running.add(threads.submit(() -> task.run(client)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Void read(MessagesStore messages, QueueId queue, List<Message> seen) {
        Set<Long> markers = new HashSet<>();
        while (seen.size() < TOTAL) {
            Long last = seen.isEmpty() ? null : seen.get(seen.size() - 1).marker();
            for (Message message : messages.list(queue, new MessageFilter(last, 20, null, true, true))) {
                assertThat(markers.add(message.marker())).isTrue();
                seen.add(message);
            }
        }
        return null;
    }

    private static void post(MessagesStore messages, QueueId queue, int client) {
        for (int post = 0; post < POSTS; post++) {
            int first = post * MESSAGES_PER_POST;
            List<NewMessage> batch = IntStream.range(first, first + MESSAGES_PER_POST)
                    .mapToObj(number -> new NewMessage(300, 0, body(client, number)))
                    .toList();
            assertThat(messages.post(queue, "client-" + client, batch)).hasSize(MESSAGES_PER_POST);
        }
    }

    private static List<String> claimAll(ClaimsStore claims, QueueId queue) {
        List<String> claimed = new ArrayList<>();
        Optional<Claim> claim = claims.create(queue, new ClaimTerms(300, 60), FIVE);
        while (claim.isPresent()) {
            claim.get().messages().forEach(message -> claimed.add(message.id()));
            claim = claims.create(queue, new ClaimTerms(300, 60), FIVE);
        }
        return claimed;
    }

    private static List<Long> markers() {
        return LongStream.rangeClosed(1, TOTAL).boxed().toList();
    }

    private static List<JsonText> expectedBodies(int client) {
        return IntStream.range(0, POSTS * MESSAGES_PER_POST)
                .mapToObj(number -> body(client, number))
                .toList();
    }

    private static List<JsonText> bodiesOf(int client, List<Message> messages) {
        return messages.stream()
                .map(Message::body)
                .filter(body -> body.value().startsWith("[" + client + ","))
                .toList();
    }

    private static JsonText body(int client, int number) {
        return new JsonText("[%s,%s]".formatted(client, number));
    }

    private interface ClientTask {
        void run(int client);
    }
}
