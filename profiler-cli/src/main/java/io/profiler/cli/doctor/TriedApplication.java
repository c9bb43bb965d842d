// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.doctor;

import io.profiler.cli.request.Answer;
import io.profiler.cli.request.HttpExchange;
import io.profiler.cli.request.ProfiledRequest;
import io.profiler.propagation.Allowance;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An application that is asked for one path again and again, by GET. */
final class TriedApplication {

    private static final String METHOD = "GET";

    /** A page may be one that never ends, as of server-sent events. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String url;
    private final List<String> headers;
    private final String key;
    private final String actuator;

    /**
     * @param headers lines such as {@code Authorization: ...}, for each request
     * @param key what signs
     * @param actuator where its Actuator answers, null for where it is by default
     */
    TriedApplication(String url, List<String> headers, String key, @Nullable String actuator) {
        HttpExchange.to(url);
        this.url = url;
        this.headers = headers;
        this.key = key;
        this.actuator = actuator == null ? URI.create(url).resolve("/actuator").toString() : actuator;
    }

    HttpResponse<Void> plain() {
        return exchange(url).send(BodyHandlers.discarding());
    }

    Answer signed() {
        return new ProfiledRequest(exchange(url), METHOD, key, null).send();
    }

    Answer withToken() {
        return new ProfiledRequest(exchange(url), METHOD, key, Allowance.UNLIMITED).send();
    }

    /** What it has counted until now. */
    RejectionCounts rejections() {
        return RejectionCounts.read(
                actuator + "/metrics/", meter -> exchange(meter).send(BodyHandlers.ofByteArray()));
    }

    String coverage() {
        return actuator + "/profiler/coverage";
    }

    private HttpExchange exchange(String address) {
        return HttpExchange.to(address).headers(headers).body(METHOD, null).within(PATIENCE);
    }
}
