// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import io.profiler.point.TracePoint;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Trace points as the JSON that Python's {@code json} module writes and reads: characters outside of ASCII escaped, so
 * that halves of surrogate pairs survive, and {@code NaN} for what is no number. Thread-safe.
 *
 * @since 0.1
 */
public final class TracePointJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .build();

    private static final JsonMembers MEMBERS = new JsonMembers(JSON);
    private static final int USUAL_BYTES = 1024;

    /** What writing needs, which is not loaded to read. */
    private static final class Writing {

        static final JsonMapper MAPPER = JsonMapper.builder(JSON)
                .addModule(new SimpleModule().addSerializer(TracePoint.class, new PointSerializer()))
                .build();

        static final ObjectWriter POINTS = MAPPER.writerFor(TracePoint.class);
    }

    private TracePointJson() {}

    /**
     * {@return the point as one line, without a newline at its end}
     *
     * @param point whose {@code info} holds maps, lists, texts, numbers, booleans and nulls
     * @throws IllegalArgumentException if {@code info} holds what JSON has no form for, or is nested too deeply
     */
    public static String write(TracePoint point) {
        return written(() -> Writing.POINTS.writeValueAsString(point));
    }

    /**
     * {@return the same line in ASCII}
     *
     * @param point as for {@link #write(TracePoint)}
     * @throws IllegalArgumentException if {@code info} holds what JSON has no form for, or is nested too deeply
     */
    public static byte[] bytes(TracePoint point) {
        return written(() -> Writing.POINTS.writeValueAsBytes(point));
    }

    /**
     * {@return an object as one line, its members in the order of the map}
     *
     * @param members maps, lists, texts, numbers, booleans and nulls, by name
     * @throws IllegalArgumentException if it holds what JSON has no form for, or is nested too deeply
     */
    public static String write(Map<String, ? extends @Nullable Object> members) {
        return written(() -> Writing.MAPPER.writeValueAsString(members));
    }

    /**
     * {@return what is written, in ASCII}
     *
     * @param writing writes one value; trace points in it by {@link JsonGenerator#writePOJO}
     * @throws IllegalArgumentException if JSON has no form for it, or it is nested too deeply
     */
    public static byte[] bytes(Consumer<JsonGenerator> writing) {
        ByteArrayBuilder bytes = new ByteArrayBuilder(USUAL_BYTES);
        return written(() -> {
            try (JsonGenerator json = Writing.MAPPER.createGenerator(bytes)) {
                writing.accept(json);
            }
            return bytes.toByteArray();
        });
    }

    private static <T> T written(Supplier<T> writing) {
        try {
            return writing.get();
        } catch (JacksonException unwritable) {
            throw new IllegalArgumentException("no JSON: " + unwritable.getOriginalMessage(), unwritable);
        } catch (RuntimeException changedMeanwhile) {
            throw new IllegalArgumentException("no JSON: " + changedMeanwhile, changedMeanwhile);
        }
    }

    /**
     * Reads a point.
     *
     * @param json what Python or {@link #write(TracePoint)} has made of one, with {@code NaN} and any length of text
     * @return the point
     * @throws IllegalArgumentException if the text is not JSON, or no trace point
     */
    public static TracePoint read(String json) {
        return TracePoint.fromDocument(readMembers(json));
    }

    /**
     * Reads an object.
     *
     * @param json of any members
     * @return its members in the order of the text; the map is the caller's own
     * @throws IllegalArgumentException if the text is not a JSON object
     */
    public static Map<String, @Nullable Object> readMembers(String json) {
        return MEMBERS.read(json);
    }
}
