// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Many clients post, claim, release and delete messages of one queue for a while; then the queue is drained. Every
 * message has to be there once, with one claimant at a time, until it is deleted, and every answer has to be a 2xx.
 *
 * <pre>java .ci/LoadCheck.java http://127.0.0.1:8888 16 30</pre>
 *
 * The arguments are the service, the number of clients, and the seconds.
 */
final class LoadCheck {

    private static final int MESSAGES_PER_POST = 3;
    private static final int MESSAGES_PER_CLAIM = 5;
    private static final int CLAIMS_PER_RELEASE = 10;
    private static final Duration DRAIN_AT_MOST = Duration.ofMinutes(2);
    private static final Pattern ID = Pattern.compile("/messages/([0-9a-f]+)");
    private static final Pattern CLAIMED = Pattern.compile("/messages/([0-9a-f]+)\\?claim_id=([0-9a-f]+)");
    private static final Pattern BODY = Pattern.compile("\"body\": *\"([^\"]*)\"");

    private final URI service;
    private final String queue = "/v2/queues/load-" + UUID.randomUUID();
    private final Ledger ledger = new Ledger();
    private final LongAdder requests = new LongAdder();
    private volatile boolean posting = true;

    private LoadCheck(URI service) {
        this.service = service;
    }

    public static void main(String[] arguments) throws Exception {
        URI service = URI.create(arguments[0]);
        if (!List.of("127.0.0.1", "localhost").contains(service.getHost())) {
            throw new IllegalArgumentException("only a service on this machine is put under load");
        }
        new LoadCheck(service).run(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    }

    private void run(int clients, int seconds) throws Exception {
        Client setup = new Client(clients);
        setup.send("PUT", "/v2/pools/load", "{\"uri\": \"mongodb://127.0.0.1:27017/load\", \"weight\": 1}");
        setup.send("PUT", queue, "{}");
        long start = System.nanoTime();
        inParallel(clients, start + Duration.ofSeconds(seconds).toNanos());
        double elapsedSeconds = (System.nanoTime() - start) / 1e9;
        if (setup.send("GET", queue + "/messages?echo=true&include_claimed=true", null).contains("\"body\"")) {
            ledger.fault("messages are left that nobody could claim");
        }
        setup.send("DELETE", queue, null);
        ledger.close();
        System.out.printf(
                "%d clients, %.0f s: %d requests (%.0f/s), %s%n",
                clients, elapsedSeconds, requests.sum(), requests.sum() / elapsedSeconds, ledger);
        ledger.faults.stream().limit(20).forEach(System.out::println);
        System.exit(ledger.faults.isEmpty() ? 0 : 1);
    }

    private void inParallel(int clients, long end) throws InterruptedException, ExecutionException {
        var executor = Executors.newFixedThreadPool(clients);
        List<Callable<Void>> work = IntStream.range(0, clients)
                .mapToObj(number -> (Callable<Void>) () -> work(new Client(number), end))
                .toList();
        for (Future<Void> done : executor.invokeAll(work)) {
            done.get();
        }
        executor.shutdown();
    }

    private Void work(Client client, long end) throws IOException, InterruptedException {
        while (System.nanoTime() < end) {
            client.post();
            client.claim();
        }
        long giveUp = end + DRAIN_AT_MOST.toNanos();
        while (client.claim() && System.nanoTime() < giveUp) {
            // What others still post or release is left to them: the last one finds the queue empty.
        }
        return null;
    }

    /** One user of the queue, with a connection of its own. */
    private final class Client {

        private final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final String id = UUID.randomUUID().toString();
        private final int number;
        private int posted;
        private int claims;

        Client(int number) {
            this.number = number;
        }

        void post() throws IOException, InterruptedException {
            List<String> bodies = new ArrayList<>();
            for (int i = 0; i < MESSAGES_PER_POST; i++) {
                bodies.add(number + "-" + posted++);
            }
            String messages = bodies.stream()
                    .map(body -> "{\"ttl\": 3600, \"body\": \"" + body + "\"}")
                    .collect(Collectors.joining(", ", "{\"messages\": [", "]}"));
            String answer = send("POST", queue + "/messages", messages);
            ledger.posted(ID.matcher(answer).results().map(found -> found.group(1)).toList(), bodies);
        }

        /** Claims some messages, and mostly deletes them; false if there were none. */
        boolean claim() throws IOException, InterruptedException {
            String terms = "{\"ttl\": 3600, \"grace\": 3600}";
            String answer = send("POST", queue + "/claims?limit=" + MESSAGES_PER_CLAIM, terms);
            List<String> bodies =
                    BODY.matcher(answer).results().map(found -> found.group(1)).toList();
            var messages = CLAIMED.matcher(answer).results().toList();
            for (int i = 0; i < messages.size(); i++) {
                ledger.claimed(messages.get(i).group(1), bodies.get(i));
            }
            if (messages.isEmpty()) {
                return false;
            }
            if (++claims % CLAIMS_PER_RELEASE == 0) {
                messages.forEach(message -> ledger.released(message.group(1)));
                send("DELETE", queue + "/claims/" + messages.get(0).group(2), null);
                return true;
            }
            for (var message : messages) {
                send("DELETE", queue + message.group(), null);
                ledger.deleted(message.group(1));
            }
            return true;
        }

        String send(String method, String path, String body) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(service.resolve(path))
                    .timeout(Duration.ofSeconds(30))
                    .header("Content-Type", "application/json")
                    .header("Client-ID", id)
                    .header("X-Project-Id", "load")
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            requests.increment();
            if (response.statusCode() / 100 != 2) {
                ledger.fault(method + " " + path + ": " + response.statusCode() + " " + response.body());
            }
            return response.body();
        }
    }

    /** What became of each message, and what should not have. */
    private static final class Ledger {

        private final Map<String, String> posted = new ConcurrentHashMap<>();
        private final Map<String, String> seen = new ConcurrentHashMap<>();
        private final Map<String, Boolean> held = new ConcurrentHashMap<>();
        private final Map<String, Boolean> deleted = new ConcurrentHashMap<>();
        private final LongAdder claims = new LongAdder();
        final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();

        void posted(List<String> ids, List<String> bodies) {
            if (ids.size() != bodies.size()) {
                fault("posted " + bodies + ", got " + ids);
                return;
            }
            for (int i = 0; i < ids.size(); i++) {
                if (posted.put(ids.get(i), bodies.get(i)) != null) {
                    fault("two messages have the id " + ids.get(i));
                }
            }
        }

        /** A message may be claimed before its sender knows its id; {@link #close} compares. */
        void claimed(String id, String body) {
            claims.increment();
            if (held.put(id, true) != null) {
                fault("message " + id + " is claimed twice");
            }
            seen.put(id, body);
        }

        /** To be told before the service is: another client may claim it at once. */
        void released(String id) {
            held.remove(id);
        }

        /** It stays held: nobody may claim it again. */
        void deleted(String id) {
            deleted.put(id, true);
        }

        void close() {
            posted.forEach((id, body) -> {
                if (!body.equals(seen.get(id))) {
                    fault("message " + id + " was posted as " + body + " and claimed as " + seen.get(id));
                } else if (!deleted.containsKey(id)) {
                    fault("message " + id + " was not deleted");
                }
            });
            seen.keySet().stream().filter(id -> !posted.containsKey(id)).forEach(id -> fault(id + " was never posted"));
        }

        void fault(String what) {
            faults.add(what);
        }

        @Override
        public String toString() {
            return "%d messages posted, %d claimed, %d deleted, %d faults"
                    .formatted(posted.size(), claims.sum(), deleted.size(), faults.size());
        }
    }
}
