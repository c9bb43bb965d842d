// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import io.profiler.point.TracePoint;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the codec writes, beside what the driver writes of a document with the same members. */
class PointCodecTest {

    private final CodecRegistry codecs = MongoClientSettings.getDefaultCodecRegistry();

    @Test
    void writesWhatTheDriverWritesOfADocument() {
        TracePoint point = point(info(), "demo", null);

        byte[] written = bytes(new PointCodec(codecs, null), point);

        assertThat(written).isEqualTo(bytes(codecs.get(Document.class), document(point)));
        assertThat(new PointCodec(codecs, null)
                        .decode(
                                new BsonBinaryReader(ByteBuffer.wrap(written)),
                                DecoderContext.builder().build())
                        .traceId())
                .isEqualTo("span");
    }

    @Test
    void withARetentionItSaysWhenThePointExpires() {
        Date expiry = Date.from(Instant.parse("2026-01-31T12:00:00.123Z"));
        TracePoint point = point(Map.of("host", "here"), null, "api");

        assertThat(bytes(new PointCodec(codecs, expiry), point))
                .isEqualTo(bytes(codecs.get(Document.class), document(point).append("expire_at", expiry)));
    }

    @Test
    void refusesWhatTheDriverRefuses() {
        TracePoint point = point(Map.of("thread", Thread.currentThread()), null, null);

        assertThatThrownBy(() -> bytes(new PointCodec(codecs, null), point))
                .isInstanceOf(CodecConfigurationException.class);
    }

    private static Map<String, @Nullable Object> info() {
        Map<String, @Nullable Object> info = new LinkedHashMap<>();
        info.put("text", "ä€😀");
        info.put("nothing", null);
        info.put("int", 7);
        info.put("long", 1L << 40);
        info.put("float", 0.5f);
        info.put("double", 0.1);
        info.put("yes", true);
        info.put("decimal", new Decimal128(3));
        info.put("date", new Date(5));
        info.put("list", new ArrayList<>(Arrays.asList("a", null, List.of(1, 2), Map.of("in", "side"))));
        info.put("map", Map.of("list", List.of()));
        return info;
    }

    private static TracePoint point(
            Map<String, @Nullable Object> info, @Nullable String project, @Nullable String service) {
        return new TracePoint(
                "wsgi-start", "base", "span", "parent", "2026-01-31T12:00:00.000000", info, project, service);
    }

    private static Document document(TracePoint point) {
        Document document = new Document("_id", "span:wsgi-start");
        document.putAll(point.toDocument());
        return document;
    }

    private static <T> byte[] bytes(Codec<T> codec, T value) {
        BasicOutputBuffer bytes = new BasicOutputBuffer();
        codec.encode(
                new BsonBinaryWriter(bytes),
                value,
                EncoderContext.builder().isEncodingCollectibleDocument(true).build());
        return bytes.toByteArray();
    }
}
