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
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request to Zaqar and its answer, as they were recorded. */
record RecordedExchange(String id, JsonNode recording) {

    private static final Path SCENARIOS = Path.of("src/test/resources/conformance/http");
    private static final Set<String> SET_BY_THE_CLIENT = Set.of("host", "connection", "content-length");
    private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{24}\\b");
    private static final Pattern RUN = Pattern.compile("x\\.\\.\\.\\(([0-9]+) times\\)");

    /** The exchanges of a scenario, in their order. */
    static List<RecordedExchange> ofScenario(String scenario) {
        return files(scenario)
                .map(file -> new RecordedExchange(id(scenario, file), read(file)))
                .toList();
    }

    /**
     * The exchanges of a client with a server, in their order.
     *
     * @param server {@code plain} or {@code pooling}
     */
    static List<RecordedExchange> ofClient(String client, String server) {
        return files(client)
                .filter(file -> read(file).path("server").asString("plain").equals(server))
                .flatMap(file -> ofCall(id(client, file), read(file)))
                .toList();
    }

    /** A call of a client makes any number of requests. */
    private static Stream<RecordedExchange> ofCall(String id, JsonNode call) {
        JsonNode http = call.required("http");
        return IntStream.range(0, http.size())
                .mapToObj(index -> new RecordedExchange(id + "/" + (index + 1), http.required(index)));
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> files = Files.list(SCENARIOS.resolve(folder))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(String folder, Path file) {
        return folder + "/" + file.getFileName().toString().replace(".json", "");
    }

    private static JsonNode read(Path file) {
        return new JsonMapper().readTree(file.toFile());
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
            filled = filled.replace(capture.getKey(), capture.getValue());
        }
        return filled;
    }

    /** The headers, with the values that earlier answers had in this run. */
    Map<String, String> requestHeaders(Map<String, String> captured) {
        JsonNode template = recording.path("template").path("headers");
        Map<String, String> headers =
                headers(template.isObject() ? template : request().required("headers"));
        headers.replaceAll((name, value) -> fill(value, captured));
        headers.keySet().removeAll(SET_BY_THE_CLIENT);
        return headers;
    }

    /** How long the client waited before it sent the request. */
    Duration waitBefore() {
        return Duration.ofSeconds(recording.path("wait_s_before").asLong(isOfClient() ? 1 : 0));
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

    private static String repeat(MatchResult run) {
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
        if (isOfClient() || !pointers.stream().allMatch(pointer -> pointer.startsWith("/"))) {
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

    /** The ids in the answer, in their order: what a client's later requests use, without further notice. */
    List<String> ids() {
        return recording.has("template")
                ? List.of()
                : ids(recording.required("response").path("body_text").asString(""));
    }

    static List<String> ids(String text) {
        return ID.matcher(text).results().map(MatchResult::group).toList();
    }

    /** The values that later requests of the scenario use, by the place that they take in templates. */
    Map<String, JsonNode> captures() {
        JsonNode headers = recording.required("response").required("headers");
        return recording.path("captures").properties().stream()
                .filter(capture -> isThere(capture.getValue().required("from").asString(), headers))
                .collect(Collectors.toMap(capture -> "{" + capture.getKey() + "}", Map.Entry::getValue));
    }

    private static boolean isThere(String source, JsonNode headers) {
        return !source.startsWith("#") || headers.has(source.substring(1));
    }

    /** Clients were recorded only once, while they took their time. */
    private boolean isOfClient() {
        return !recording.has("volatile");
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
