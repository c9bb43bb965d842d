// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the application answered to a request that was relayed, for the console. */
final class RelayedAnswer {

    /** No script is to read what browsers keep from scripts. */
    private static final Set<String> KEPT_BACK = Set.of("set-cookie", "set-cookie2");

    private RelayedAnswer() {}

    static Map<String, Object> of(HttpResponse<FirstBytes.Body> answer) {
        FirstBytes.Body body = answer.body();
        return Map.of(
                "status", answer.statusCode(),
                "headers", headers(answer),
                "body", Base64.getEncoder().encodeToString(body.first()),
                "length", body.length());
    }

    private static List<List<String>> headers(HttpResponse<?> answer) {
        return answer.headers().map().entrySet().stream()
                .filter(header -> !KEPT_BACK.contains(header.getKey()))
                .flatMap(header -> header.getValue().stream().map(value -> List.of(header.getKey(), value)))
                .toList();
    }
}
