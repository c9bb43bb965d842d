// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.sample.RunningSample;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends the requests of a scenario to a running sample, and compares the answers. */
final class Replay {

    private final JsonMapper jsonMapper = new JsonMapper();
    private final RunningSample sample;
    private final Map<String, String> captured = new HashMap<>();

    Replay(RunningSample sample) {
        this.sample = sample;
    }

    void play(RecordedExchange exchange, ExpectedAnswer expected) {
        sample.clock().advance(exchange.waitBefore());
        HttpRequest.Builder request = HttpRequest.newBuilder(sample.uri(exchange.target(captured)))
                .method(exchange.method(), exchange.body());
        exchange.requestHeaders(captured).forEach(request::header);
        HttpResponse<String> actual = sample.send(request.build());
        capture(exchange, actual);
        compare(expected, actual);
    }

    private void compare(ExpectedAnswer expected, HttpResponse<String> actual) {
        assertThat(actual.statusCode()).as(actual.body()).isEqualTo(expected.status());
        compareHeader("location", expected, actual);
        compareHeader("content-location", expected, actual);
        compareHeader("allow", expected, actual);
        compareHeader("vary", expected, actual);
        if (expected.body() == null) {
            assertThat(actual.body()).isEmpty();
        } else {
            compareHeader("content-type", expected, actual);
            JsonNode body = jsonMapper.readTree(actual.body());
            assertThat(JsonDifferences.between(expected.body(), body, expected.volatilePointers()))
                    .isEmpty();
        }
    }

    private static void compareHeader(String name, ExpectedAnswer expected, HttpResponse<String> actual) {
        String expectedValue = expected.headers().getOrDefault(name, "");
        String actualValue = actual.headers().firstValue(name).orElse("");
        boolean isVolatile = expected.volatilePointers().contains("/headers/" + name);
        assertThat(isVolatile ? JsonDifferences.withoutIds(actualValue) : actualValue)
                .as(name)
                .isEqualTo(isVolatile ? JsonDifferences.withoutIds(expectedValue) : expectedValue);
    }

    private void capture(RecordedExchange exchange, HttpResponse<String> actual) {
        exchange.captures().forEach((name, capture) -> {
            String from = capture.required("from").asString();
            String source = from.startsWith("#")
                    ? actual.headers().firstValue(from.substring(1)).orElseThrow()
                    : jsonMapper.readTree(actual.body()).at(from).asString();
            Matcher value =
                    Pattern.compile(capture.required("regex").asString()).matcher(source);
            assertThat(value.find()).as(name).isTrue();
            captured.put(name, value.group(1));
        });
        List<String> recordedIds = exchange.ids();
        List<String> actualIds = RecordedExchange.ids(actual.body());
        for (int i = 0; i < Math.min(recordedIds.size(), actualIds.size()); i++) {
            captured.put(recordedIds.get(i), actualIds.get(i));
        }
    }
}
