// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.conformance;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** Everything in which the sample departs from the recordings of the scenarios that it replays. */
final class Deviations {

    private static final String PYTHON = "the original answers with a Python error";
    private static final String SCHEMA = "the original appends a dump of its Python schema";

    private static final String GAP = "the recording lacks what another client did before";

    private static final JsonNode NO_MESSAGES = JsonNodeFactory.instance
            .objectNode()
            .put("free", 0)
            .put("claimed", 0)
            .put("total", 0);

    static final Map<String, Deviation> BY_EXCHANGE = List.of(
                    new Deviation(
                            "message-post-errors/06-message-not-object",
                            PYTHON,
                            a -> a.withStatus(400).withError("Invalid request body", "Document type not supported.")),
                    new Deviation(
                            "queue-patch/16-patch-not-a-list",
                            PYTHON,
                            a -> a.withStatus(400).withError("Invalid request body", "Document type not supported.")),
                    new Deviation(
                            "identity-errors/12-accept-xml",
                            "errors are JSON, whatever the client accepts",
                            a -> a.withHeader("content-type", "application/json")
                                    .withError(
                                            "\nEndpoint only serves `application/json`; specify client-side\n"
                                                    + "media type support with the \"Accept\" header.",
                                            null)),
                    new Deviation(
                            "pools/18-pool-patch-bad-weight",
                            SCHEMA,
                            a -> a.withError("Invalid request body", "-1 is less than the minimum of 0")),
                    new Deviation(
                            "pools/19-pool-create-no-uri",
                            SCHEMA,
                            a -> a.withError("Invalid request body", "'uri' is a required property")),
                    new Deviation(
                            "pools/20-pool-create-no-weight",
                            SCHEMA,
                            a -> a.withError("Invalid request body", "'weight' is a required property")),
                    new Deviation(
                            "pools/22-pool-create-bad-weight",
                            SCHEMA,
                            a -> a.withError("Invalid request body", "'w' is not of type 'integer'")),
                    new Deviation(
                            "health-admin/01-health",
                            "the original counts what the other scenarios left in its database",
                            a -> a.withValue("/message_volume", NO_MESSAGES)),
                    new Deviation(
                            "cli/10-queue-get-metadata/1",
                            GAP,
                            a -> a.withValue("/color", StringNode.valueOf("red"))
                                    .withValue("/_default_message_ttl", IntNode.valueOf(600))),
                    new Deviation(
                            "zaqarclient/17-pop/1", GAP, a -> a.withValue("/messages/0/ttl", IntNode.valueOf(120))),
                    new Deviation(
                            "zaqarclient/19-stats/1",
                            GAP,
                            a -> a.withValue("/messages/free", IntNode.valueOf(2))
                                    .withValue("/messages/total", IntNode.valueOf(2))))
            .stream()
            .collect(Collectors.toUnmodifiableMap(Deviation::exchange, Function.identity()));

    private Deviations() {}
}
