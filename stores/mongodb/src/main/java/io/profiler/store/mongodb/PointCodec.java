// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import io.profiler.point.TracePoint;
import io.profiler.store.backend.PointKey;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Writes trace points as documents, without making any: the driver's own codecs look up the type of each value, and a map of
 * a point is a copy of it.
 */
final class PointCodec implements Codec<TracePoint> {

    private final CodecRegistry others;
    private final @Nullable Date expiry;

    /**
     * @param others codecs of the values that JSON has no form for, and of documents
     * @param expiry when what is written is deleted; null if never
     */
    PointCodec(CodecRegistry others, @Nullable Date expiry) {
        this.others = others;
        this.expiry = expiry;
    }

    @Override
    public void encode(BsonWriter writer, TracePoint point, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeString("_id", PointKey.of(point));
        writer.writeString("name", point.name());
        writer.writeString("base_id", point.baseId());
        writer.writeString("trace_id", point.traceId());
        writer.writeString("parent_id", point.parentId());
        writer.writeString("timestamp", point.timestamp());
        write(writer, "info", point.info(), context);
        write(writer, "project", point.project(), context);
        write(writer, "service", point.service(), context);
        if (expiry != null) {
            writer.writeDateTime(Expiry.MEMBER, expiry.getTime());
        }
        writer.writeEndDocument();
    }

    private void write(BsonWriter writer, String name, @Nullable Object value, EncoderContext context) {
        writer.writeName(name);
        write(writer, value, context);
    }

    private void write(BsonWriter writer, @Nullable Object value, EncoderContext context) {
        if (value instanceof String text) {
            writer.writeString(text);
        } else if (value == null) {
            writer.writeNull();
        } else if (value instanceof Integer number) {
            writer.writeInt32(number);
        } else if (value instanceof Long number) {
            writer.writeInt64(number);
        } else if (value instanceof Boolean truth) {
            writer.writeBoolean(truth);
        } else if (value instanceof Map<?, ?> members) {
            writeMembers(writer, members, context);
        } else if (value instanceof List<?> elements) {
            writeElements(writer, elements, context);
        } else {
            writeOther(writer, value, context);
        }
    }

    private void writeMembers(BsonWriter writer, Map<?, ?> members, EncoderContext context) {
        writer.writeStartDocument();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            write(writer, (String) member.getKey(), member.getValue(), context);
        }
        writer.writeEndDocument();
    }

    private void writeElements(BsonWriter writer, List<?> elements, EncoderContext context) {
        writer.writeStartArray();
        for (Object element : elements) {
            write(writer, element, context);
        }
        writer.writeEndArray();
    }

    @SuppressWarnings("unchecked")
    private <T> void writeOther(BsonWriter writer, T value, EncoderContext context) {
        context.encodeWithChildContext(others.get((Class<T>) value.getClass()), writer, value);
    }

    @Override
    public TracePoint decode(BsonReader reader, DecoderContext context) {
        return PointDocuments.toPoint(others.get(Document.class).decode(reader, context));
    }

    @Override
    public Class<TracePoint> getEncoderClass() {
        return TracePoint.class;
    }
}
