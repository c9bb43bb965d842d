// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One user of one queue: posts some messages, looks at them, claims and deletes them, and lists the queues. */
final class QueueClient {

    private static final int MESSAGES = 3;
    private static final String MESSAGE = "{\"ttl\": 300, \"body\": {\"order\": \"one\"}}";
    private static final String POST = "{\"messages\": [%1$s, %1$s, %1$s]}".formatted(MESSAGE);
    private static final String CLAIM = "{\"ttl\": 300, \"grace\": 60}";
    private static final Pattern CLAIMED = Pattern.compile("/v2/queues/[^\"]+\\?claim_id=[0-9a-f]+");
    private static final Duration ANSWER_AT_MOST = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI service;
    private final Headers headers;
    private final String id = UUID.randomUUID().toString();
    private final String messages = "/v2/queues/" + id + "/messages";
    private final String claims = "/v2/queues/" + id + "/claims?limit=" + MESSAGES;

    QueueClient(HttpClient http, URI service, Headers headers) {
        this.http = http;
        this.service = service;
        this.headers = headers;
    }

    /** Works until then, and to the end of what it has begun by then. */
    RequestCounts workUntil(long endNanos) throws IOException, InterruptedException {
        RequestCounts counts = new RequestCounts(endNanos);
        while (!counts.isOver()) {
            work(counts);
        }
        return counts;
    }

    private void work(RequestCounts counts) throws IOException, InterruptedException {
        counts.add(send("POST", messages, BodyPublishers.ofString(POST), 201));
        counts.add(send("GET", messages + "?echo=true", BodyPublishers.noBody(), 200));
        HttpResponse<String> claim = counts.add(send("POST", claims, BodyPublishers.ofString(CLAIM), 201));
        for (String message : messagesOf(claim.body())) {
            counts.add(send("DELETE", message, BodyPublishers.noBody(), 204));
        }
        counts.add(send("GET", "/v2/queues", BodyPublishers.noBody(), 200));
    }

    private static List<String> messagesOf(String claim) {
        List<String> found =
                CLAIMED.matcher(claim).results().map(MatchResult::group).toList();
        if (found.size() != MESSAGES) {
            throw new IllegalStateException("not " + MESSAGES + " messages: " + claim);
        }
        return found;
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body, int expectedStatus)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(ANSWER_AT_MOST)
                .header("Content-Type", "application/json")
                .header("Client-ID", id)
                .header("X-Project-Id", "comparison")
                .method(method, body);
        headers.next().forEach(request::header);
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != expectedStatus) {
            throw new IllegalStateException(
                    "%s %s: %d %s".formatted(method, path, response.statusCode(), response.body()));
        }
        return response;
    }
}
