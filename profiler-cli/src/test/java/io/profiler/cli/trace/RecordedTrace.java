// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import com.mongodb.client.MongoClient;
import io.profiler.recordings.Recordings;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/** A trace recorded from OSprofiler. */
record RecordedTrace(String name, List<Document> documents) {

    /** Every recorded trace of which OSprofiler can make a report. */
    static Stream<RecordedTrace> all() {
        return Recordings.tracesWithReport().stream().map(RecordedTrace::named);
    }

    static RecordedTrace named(String name) {
        Document wrapped = Document.parse("{\"documents\": " + Recordings.text("traces/" + name + "/docs.json") + "}");
        return new RecordedTrace(name, wrapped.getList("documents", Document.class));
    }

    String baseId() {
        return documents.get(0).getString("base_id");
    }

    String json() {
        return Recordings.text("traces/" + name + "/report.json");
    }

    /** The same trace under another id. */
    RecordedTrace withBaseId(String baseId) {
        List<Document> changed = documents.stream().map(Document::new).toList();
        changed.forEach(document -> document.append("base_id", baseId).remove("_id"));
        return new RecordedTrace(name, changed);
    }

    RecordedTrace storeBy(MongoClient client) {
        client.getDatabase("osprofiler").getCollection("profiler").insertMany(documents);
        return this;
    }

    @Override
    public String toString() {
        return name;
    }
}
