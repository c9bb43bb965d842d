// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.service;

import io.profiler.benchmarks.load.Answers;
import io.profiler.benchmarks.load.Client;
import io.profiler.benchmarks.load.Headers;
import io.profiler.benchmarks.load.RequestCounts;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.jspecify.annotations.Nullable;

/**
 * One of several users of a queue, who posts messages, claims some, whoever posted them, and deletes them, or gives back
 * every tenth claim. The load check of the build does the same.
 */
final class QueueClient implements Client {

    private static final String MESSAGE = "{\"ttl\": 3600, \"body\": \"order\"}";
    private static final String POST = "{\"messages\": [%1$s, %1$s, %1$s]}".formatted(MESSAGE);
    private static final String CLAIM = "{\"ttl\": 3600, \"grace\": 3600}";
    private static final int MESSAGES_A_CLAIM = 5;
    private static final int CLAIMS_A_RELEASE = 10;
    private static final String QUEUE = "/v2/queues/comparison";
    private static final Pattern CLAIMED = Pattern.compile("/v2/queues/[^\"]+\\?claim_id=([0-9a-f]+)");

    private final CloseableHttpClient http;
    private final URI service;
    private final Headers headers;
    private final String id = UUID.randomUUID().toString();
    private int claims;

    QueueClient(CloseableHttpClient http, URI service, Headers headers) {
        this.http = http;
        this.service = service;
        this.headers = headers;
    }

    @Override
    public RequestCounts workUntil(long endNanos) throws IOException {
        RequestCounts counts = new RequestCounts(endNanos);
        while (!counts.isOver()) {
            work(counts);
        }
        return counts;
    }

    private void work(RequestCounts counts) throws IOException {
        counts.add(send("POST", QUEUE + "/messages", POST));
        String claim = counts.add(send("POST", QUEUE + "/claims?limit=" + MESSAGES_A_CLAIM, CLAIM));
        List<MatchResult> claimed = CLAIMED.matcher(claim).results().toList();
        if (!claimed.isEmpty() && ++claims % CLAIMS_A_RELEASE == 0) {
            counts.add(send("DELETE", QUEUE + "/claims/" + claimed.get(0).group(1), null));
            return;
        }
        for (MatchResult message : claimed) {
            counts.add(send("DELETE", message.group(), null));
        }
    }

    private String send(String method, String path, @Nullable String body) throws IOException {
        ClassicRequestBuilder request = ClassicRequestBuilder.create(method)
                .setUri(service.resolve(path))
                .addHeader("Client-ID", id)
                .addHeader("X-Project-Id", "comparison");
        headers.next().forEach(request::addHeader);
        if (body != null) {
            request.setEntity(body, ContentType.APPLICATION_JSON);
        }
        return http.execute(request.build(), answer -> Answers.bodyOf(answer, method + " " + path));
    }
}
