// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.mongodb;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Writes documents with a question mark for each value. Bounded, whatever they hold. */
final class ShapeText {

    private static final int LONGEST = 1_000;
    private static final int DEEPEST = 8;
    private static final int MOST_VALUES = 100;
    private static final int MOST_ELEMENTS = 20;

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private final boolean wantsValues;

    ShapeText(boolean wantsValues) {
        this.wantsValues = wantsValues;
    }

    void append(String part) {
        text.append(part);
    }

    List<Object> values() {
        return values;
    }

    void document(BsonDocument document, int depth) {
        String separator = "{";
        for (Map.Entry<String, BsonValue> member : document.entrySet()) {
            if (text.length() > LONGEST) {
                append(separator + "…");
                break;
            }
            append(separator + member.getKey() + ": ");
            value(member.getValue(), depth);
            separator = ", ";
        }
        append(document.isEmpty() ? "{}" : "}");
    }

    private void value(BsonValue value, int depth) {
        if (depth < DEEPEST && value.isDocument()) {
            document(value.asDocument(), depth + 1);
        } else if (depth < DEEPEST && value.isArray()) {
            append(elements(value.asArray(), depth));
        } else {
            append("?");
            keep(value);
        }
    }

    /** Elements of one shape once: how many values a list has, makes no other statement of it. */
    private String elements(BsonArray array, int depth) {
        Set<String> shapes = new LinkedHashSet<>();
        for (BsonValue element : array.subList(0, Math.min(MOST_ELEMENTS, array.size()))) {
            ShapeText shape = new ShapeText(wantsValues);
            shape.value(element, depth + 1);
            shapes.add(shape.toString());
            shape.values.forEach(this::keep);
        }
        return shapes.toString();
    }

    private void keep(Object value) {
        if (wantsValues && values.size() < MOST_VALUES) {
            values.add(value instanceof BsonValue bson ? PlainValue.of(bson) : value);
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
