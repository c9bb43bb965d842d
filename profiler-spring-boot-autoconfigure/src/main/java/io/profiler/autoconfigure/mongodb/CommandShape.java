// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.mongodb;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A command without the values in it, as {@code find books {filter: {author: ?}}}.
 *
 * @param values those values, none if nobody wants them
 */
record CommandShape(String text, List<Object> values) {

    /** What the driver and the server settle between them, and documents, of which there may be many. */
    private static final Set<String> LEFT_OUT = Set.of(
            "lsid",
            "txnNumber",
            "startTransaction",
            "autocommit",
            "readConcern",
            "writeConcern",
            "ordered",
            "cursor",
            "batchSize",
            "singleBatch",
            "comment",
            "documents",
            "collection");

    /**
     * @param wantsValues whether values are wanted besides
     */
    static CommandShape of(String name, BsonDocument command, boolean wantsValues) {
        String collection = collection(name, command);
        ShapeText text = new ShapeText(wantsValues);
        text.append(collection == null ? name : name + " " + collection);
        if (!name.equals("insert") && !name.equals("getMore")) {
            members(name, command, text);
        }
        return new CommandShape(text.toString(), text.values());
    }

    private static @Nullable String collection(String name, BsonDocument command) {
        BsonValue subject = command.get(name.equals("getMore") ? "collection" : name);
        return subject != null && subject.isString() ? subject.asString().getValue() : null;
    }

    private static void members(String name, BsonDocument command, ShapeText text) {
        BsonDocument told = new BsonDocument();
        for (Map.Entry<String, BsonValue> member : command.entrySet()) {
            String key = member.getKey();
            if (!key.equals(name) && !key.startsWith("$") && !LEFT_OUT.contains(key)) {
                told.put(key, member.getValue());
            }
        }
        if (!told.isEmpty()) {
            text.append(" ");
            text.document(told, 0);
        }
    }
}
