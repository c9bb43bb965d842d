// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
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
                "headers", shown(answer.headers()),
                "body", Base64.getEncoder().encodeToString(body.first()),
                "length", body.length());
    }

    /** Names and values, the names in lower case. */
    static List<List<String>> shown(HttpHeaders headers) {
        return headers.map().entrySet().stream()
                .flatMap(header -> header.getValue().stream()
                        .map(value -> List.of(header.getKey().toLowerCase(Locale.ROOT), value)))
                .filter(header -> !KEPT_BACK.contains(header.get(0)))
                .toList();
    }
}
