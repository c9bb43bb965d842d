// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import io.profiler.point.TracePoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Trace points that were written as documents. */
final class PointDocuments {

    private PointDocuments() {}

    /**
     * @throws IllegalArgumentException if the document is no trace point
     */
    static TracePoint toPoint(Document document) {
        return TracePoint.fromDocument(members(document));
    }

    private static Map<String, @Nullable Object> members(Map<?, ?> document) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        document.forEach((key, value) -> members.put(String.valueOf(key), plain(value)));
        return members;
    }

    /** What JSON has a form for, and dates. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return members(members);
        }
        if (value instanceof List<?> elements) {
            List<@Nullable Object> plain = new ArrayList<>(elements.size());
            elements.forEach(element -> plain.add(plain(element)));
            return plain;
        }
        if (value instanceof ObjectId || value instanceof Decimal128 || value instanceof Binary) {
            return value.toString();
        }
        return value;
    }
}
