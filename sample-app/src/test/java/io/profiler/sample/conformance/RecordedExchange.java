// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request to Zaqar and its answer, as they were recorded. */
record RecordedExchange(String id, JsonNode recording) {

    private static final Path SCENARIOS = Path.of("src/test/resources/conformance/http");
    private static final Pattern RUN = Pattern.compile("x\\.\\.\\.\\(([0-9]+) times\\)");

    /** The exchanges of a scenario, in their order. */
    static List<RecordedExchange> ofScenario(String scenario) {
        try (Stream<Path> files = Files.list(SCENARIOS.resolve(scenario))) {
            return files.sorted().map(file -> read(scenario, file)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordedExchange read(String scenario, Path file) {
        String step = file.getFileName().toString().replace(".json", "");
        return new RecordedExchange(scenario + "/" + step, new JsonMapper().readTree(file.toFile()));
    }

    String method() {
        return request().required("method").asString();
    }

    /** Path and query, with the values that earlier answers had in this run. */
    String target(Map<String, String> captured) {
        JsonNode template = recording.path("template");
        String path = template.path("path").asString(request().required("path").asString());
        JsonNode query = template.path("query").isString()
                ? template.path("query")
                : request().path("query");
        return fill(query.isString() ? path + "?" + query.asString() : path, captured);
    }

    private static String fill(String template, Map<String, String> captured) {
        String filled = template;
        for (Map.Entry<String, String> capture : captured.entrySet()) {
            filled = filled.replace("{" + capture.getKey() + "}", capture.getValue());
        }
        return filled;
    }

    /** The headers, with the values that earlier answers had in this run. */
    Map<String, String> requestHeaders(Map<String, String> captured) {
        JsonNode template = recording.path("template").path("headers");
        Map<String, String> headers =
                headers(template.isObject() ? template : request().required("headers"));
        headers.replaceAll((name, value) -> fill(value, captured));
        return headers;
    }

    /** How long the client waited before it sent the request. */
    Duration waitBefore() {
        return Duration.ofSeconds(recording.path("wait_s_before").asLong(0));
    }

    HttpRequest.BodyPublisher body() {
        JsonNode body = request().path("body_text");
        if (body.isObject()) {
            byte[] bytes = Base64.getDecoder().decode(body.required("base64").asString());
            return HttpRequest.BodyPublishers.ofByteArray(bytes);
        }
        return body.isString()
                ? HttpRequest.BodyPublishers.ofString(
                        RUN.matcher(body.asString()).replaceAll(RecordedExchange::repeat))
                : HttpRequest.BodyPublishers.noBody();
    }

    private static String repeat(java.util.regex.MatchResult run) {
        return Matcher.quoteReplacement("x".repeat(Integer.parseInt(run.group(1))));
    }

    ExpectedAnswer answer() {
        JsonNode response = recording.required("response");
        return new ExpectedAnswer(
                response.required("status").asInt(),
                headers(response.required("headers")),
                response.get("body_json"),
                volatilePointers(response));
    }

    private Set<String> volatilePointers(JsonNode response) {
        Set<String> pointers = recording.path("volatile").values().stream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        if (!pointers.stream().allMatch(pointer -> pointer.startsWith("/"))) {
            pointers.add("/headers/location");
            addTexts("/body_json", response.path("body_json"), pointers);
        }
        return pointers;
    }

    /** Adds every text of an answer that was recorded only once: nobody knows which of them hold ids. */
    private static void addTexts(String pointer, JsonNode value, Set<String> pointers) {
        if (value.isString()) {
            pointers.add(pointer);
        }
        value.forEachEntry((name, child) -> addTexts(pointer + "/" + name, child, pointers));
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            addTexts(pointer + "/" + i, value.required(i), pointers);
        }
    }

    /** The values that later requests of the scenario use, by name. */
    Map<String, JsonNode> captures() {
        JsonNode headers = recording.required("response").required("headers");
        return recording.path("captures").properties().stream()
                .filter(capture -> isThere(capture.getValue().required("from").asString(), headers))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isThere(String source, JsonNode headers) {
        return !source.startsWith("#") || headers.has(source.substring(1));
    }

    private JsonNode request() {
        return recording.required("request");
    }

    private static Map<String, String> headers(JsonNode headers) {
        return headers.properties().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT),
                        entry -> entry.getValue().asString(),
                        (first, second) -> second,
                        TreeMap::new));
    }
}
