// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.report.html.PageData;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/** What the page of a comparison shows: both sides, what it comes to, and the paths that changed most. */
final class ComparisonData implements PageData {

    private static final int MOST_PATHS = 5_000;

    private final Comparison comparison;
    private final ComparisonWords words;

    ComparisonData(Comparison comparison) {
        this.comparison = comparison;
        this.words = new ComparisonWords(comparison, StandardCharsets.UTF_8);
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeName("before");
        new SideData(comparison.before()).write(json);
        json.writeName("after");
        new SideData(comparison.after()).write(json);
        writeSentences(json, "headline", List.of(words.headline()));
        writeSentences(json, "causes", words.causes());
        writeSentences(json, "cautions", words.cautions());
        json.writeBooleanProperty("alike", new Likeness(comparison).outcome() == null);
        writeChanges(json);
        json.writeEndObject();
    }

    private static void writeSentences(JsonGenerator json, String member, List<Sentence> sentences) {
        json.writeArrayPropertyStart(member);
        for (Sentence sentence : sentences) {
            json.writeStartObject();
            json.writeStringProperty("before", sentence.before());
            json.writeArrayPropertyStart("data");
            sentence.data().forEach(json::writeString);
            json.writeEndArray();
            json.writeStringProperty("after", sentence.after());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** As many as there is room for. */
    private void writeChanges(JsonGenerator json) {
        List<Change> changes = comparison.changes();
        PathTree tree = new PathTree();
        int most = Math.min(MOST_PATHS, changes.size());
        int written = 0;
        json.writeArrayPropertyStart("changes");
        while (written < most && writeChange(json, changes.get(written), tree)) {
            written++;
        }
        json.writeEndArray();
        writeMethods(json, tree);
        tree.write(json);
        json.writeNumberProperty("leftOut", changes.size() - written);
    }

    /** As many as there is room for; nothing where nobody looked. */
    private void writeMethods(JsonGenerator json, PathTree tree) {
        List<MethodChanges.Path> paths = comparison.methods().paths();
        if (!paths.isEmpty()) {
            json.writeArrayPropertyStart("methods");
            paths.stream().limit(MOST_PATHS).forEach(path -> writeMethod(json, path, tree));
            json.writeEndArray();
        }
    }

    private static void writeMethod(JsonGenerator json, MethodChanges.Path path, PathTree tree) {
        int place = tree.add(path.change().path());
        if (place != PathTree.NO_PLACE) {
            json.writeStartObject();
            json.writeNumberProperty("place", place);
            json.writeNumberProperty("spans", path.spans());
            writePair(json, "looks", path.change(), PathTotals::count);
            writePair(json, "self", path.change(), PathTotals::selfMicros);
            json.writeEndObject();
        }
    }

    private static boolean writeChange(JsonGenerator json, Change change, PathTree tree) {
        int place = tree.add(change.path());
        if (place != PathTree.NO_PLACE) {
            writeChange(json, change, place);
        }
        return place != PathTree.NO_PLACE;
    }

    private static void writeChange(JsonGenerator json, Change change, int place) {
        json.writeStartObject();
        json.writeNumberProperty("place", place);
        json.writeBooleanProperty("timeKnown", change.isTimeKnown());
        writePair(json, "count", change, PathTotals::count);
        writePair(json, "unfinished", change, PathTotals::unfinished);
        writePair(json, "micros", change, PathTotals::micros);
        writePair(json, "self", change, PathTotals::selfMicros);
        writePair(json, "errors", change, PathTotals::errors);
        json.writeEndObject();
    }

    private static void writePair(
            JsonGenerator json, String member, Change change, Function<PathTotals, Spread> figure) {
        json.writeArrayPropertyStart(member);
        json.writeNumber(figure.apply(change.before()).median());
        json.writeNumber(figure.apply(change.after()).median());
        json.writeEndArray();
    }
}
