// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import io.profiler.point.Manifest;
import io.profiler.store.backend.TraceListing;
import io.profiler.store.backend.TraceTally;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;

/** Has the server add up the points of each trace. */
final class FiguresStage {

    /** More than a list shows of a text, and less than a text may have. */
    private static final int LONGEST_TEXT = 1_000;

    /** What is longer than an id in a list is told by so much of it. */
    static final Document TRACE_ID = start("$trace_id", TraceListing.LONGEST_ID + 1);

    static final Document TIMESTAMP = start("$timestamp");

    /**
     * The earliest point by its first members, which is one with a time if there is any, with what a list says of it: of each
     * text the start, and of other values nothing.
     */
    private static final Document FIRST_POINT = new Document(
                    "untimed", new Document("$not", List.of(isText("$timestamp"))))
            .append("timestamp", TIMESTAMP)
            .append("name", start("$name"))
            .append("service", start("$service"))
            .append("method", start("$info.request.method"))
            .append("path", start("$info.request.path"));

    static final Document IS_STOP = nameHolds("-stop");

    /** A manifest ends no span. */
    private static final Document ENDS_SPAN =
            new Document("$and", List.of(IS_STOP, new Document("$not", List.of(nameHolds(Manifest.nameFor(""))))));

    private static final Document IS_OF_REQUEST = new Document("$eq", List.of("$parent_id", "$base_id"));

    private static final Document IS_REQUEST =
            new Document("$and", List.of(IS_OF_REQUEST, new Document("$not", List.of(IS_STOP))));

    private static final Document FAILED =
            new Document("$ne", List.of(new Document("$ifNull", List.of("$info.etype", "")), ""));

    /** Null if it is none, of whatever type: numbers are less than all other values but null. */
    static final Document STATUS = new Document(
            "$cond",
            Arrays.asList(
                    new Document(
                            "$and",
                            List.of(
                                    new Document("$gte", List.of("$info.response.status", TraceTally.LOWEST_STATUS)),
                                    new Document("$lte", List.of("$info.response.status", TraceTally.HIGHEST_STATUS)))),
                    "$info.response.status",
                    null));

    /** The earliest answer by its first member. */
    private static final Document ANSWER = new Document(
            "$cond",
            Arrays.asList(
                    new Document("$and", List.of(IS_OF_REQUEST, new Document("$gt", Arrays.asList(STATUS, null)))),
                    new Document("timestamp", TIMESTAMP).append("status", STATUS),
                    null));

    static final Document GROUP = new Document(
            "$group",
            new Document("_id", "$base_id")
                    .append("first", new Document("$min", FIRST_POINT))
                    .append("last", new Document("$max", TIMESTAMP))
                    .append("started", countUnless(IS_STOP))
                    .append("stopped", countIf(ENDS_SPAN))
                    .append("requests", countIf(IS_REQUEST))
                    .append("errors", countIf(FAILED))
                    .append("answer", new Document("$min", ANSWER)));

    private FiguresStage() {}

    private static Document start(String member) {
        return start(member, LONGEST_TEXT);
    }

    private static Document start(String member, int longest) {
        Document start = new Document("$substrCP", List.of(member, 0, longest));
        return new Document("$cond", Arrays.asList(isText(member), start, null));
    }

    /** Values of other types are less than all texts, or greater. */
    private static Document isText(String member) {
        return new Document(
                "$and",
                List.of(
                        new Document("$gte", List.of(member, "")),
                        new Document("$lt", List.of(member, new Document()))));
    }

    private static Document nameHolds(String ending) {
        Document found = new Document("$gte", List.of(new Document("$indexOfBytes", List.of("$name", ending)), 0));
        return new Document("$cond", List.of(isText("$name"), found, false));
    }

    private static Document countIf(Document condition) {
        return new Document("$sum", new Document("$cond", List.of(condition, 1, 0)));
    }

    private static Document countUnless(Document condition) {
        return new Document("$sum", new Document("$cond", List.of(condition, 0, 1)));
    }
}
