// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.mongodb;

import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.event.CommandSucceededEvent;
import io.profiler.trace.Span;
import io.profiler.trace.TracedStatement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * What the server said to a command.
 *
 * @param reply the whole of it
 * @param server who said it
 */
record CommandReply(BsonDocument reply, ServerAddress server) {

    private static final String CURSOR = "cursor";
    private static final String WRITE_ERRORS = "writeErrors";

    static CommandReply of(CommandSucceededEvent event) {
        return new CommandReply(
                event.getResponse(), event.getConnectionDescription().getServerAddress());
    }

    /** A command that was executed may have been refused in part, which the driver throws afterwards. */
    void end(Span span) {
        if (reply.isArray(WRITE_ERRORS) && !reply.getArray(WRITE_ERRORS).isEmpty()) {
            span.stop(refusal(reply.getArray(WRITE_ERRORS).get(0).asDocument()), Map.of("db", counts()));
        } else {
            TracedStatement.stop(span, counts());
        }
    }

    private MongoWriteException refusal(BsonDocument error) {
        WriteError first = new WriteError(
                error.getNumber("code").intValue(), error.getString("errmsg").getValue(), new BsonDocument());
        return new MongoWriteException(first, server, Set.of());
    }

    private Map<String, Number> counts() {
        Map<String, Number> counts = new LinkedHashMap<>();
        if (reply.isDocument(CURSOR)) {
            putSize(counts, reply.getDocument(CURSOR), "firstBatch");
            putSize(counts, reply.getDocument(CURSOR), "nextBatch");
        }
        putSize(counts, reply, "values");
        if (reply.isNumber("n")) {
            counts.put("updated", reply.getNumber("n").longValue());
        }
        return counts;
    }

    private static void putSize(Map<String, Number> counts, BsonDocument document, String member) {
        BsonValue batch = document.get(member);
        if (batch != null && batch.isArray()) {
            counts.put("returned", (long) batch.asArray().size());
        }
    }
}
