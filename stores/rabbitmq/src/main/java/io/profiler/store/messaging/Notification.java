// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import io.profiler.point.PointTime;
import io.profiler.point.TracePoint;
import io.profiler.store.backend.TracePointJson;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A trace point as the body of a message: oslo.messaging's notification format 1.0, which OSprofiler writes. Format 2.0,
 * which wraps it, is read as well.
 */
final class Notification {

    /** Longer bodies are not parsed by whoever only looks: an object of three bytes there takes sixty on the heap. */
    static final int MOST_BYTES = 2 << 20;

    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};
    private static final Pattern VERSION = Pattern.compile("\\d{1,4}(\\.\\d{1,4}){0,2}");
    private static final String TOO_LARGE = "of a message that is too large to be looked at";
    private static final String NO_VERSION = "no version: it is no notification";
    private static final UUID PROCESS = UUID.randomUUID();
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long BELOW_VARIANT = 0x3fff_ffff_ffff_ffffL;

    /** As Python: with numbers that JSON does not have. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private Notification() {}

    /**
     * @throws IllegalArgumentException if {@code info} holds what has no form in JSON
     */
    static byte[] of(TracePoint point) {
        return TracePointJson.bytes(json -> write(point, json));
    }

    private static void write(TracePoint point, JsonGenerator json) {
        UUID id = newId();
        json.writeStartObject();
        json.writeStringProperty("message_id", id.toString());
        json.writeStringProperty("publisher_id", point.host());
        json.writeStringProperty("event_type", "profiler." + (point.service() == null ? "None" : point.service()));
        json.writeStringProperty("priority", "INFO");
        json.writeName("payload");
        json.writePOJO(point);
        json.writeStringProperty("timestamp", PointTime.format(Instant.now()).replace('T', ' '));
        json.writeStringProperty("_unique_id", digits(id));
        json.writeEndObject();
    }

    private static String digits(UUID id) {
        HexFormat hexadecimal = HexFormat.of();
        return hexadecimal.toHexDigits(id.getMostSignificantBits())
                + hexadecimal.toHexDigits(id.getLeastSignificantBits());
    }

    /** Random enough for ids that only tell messages apart, and not drawn from the system for each. */
    private static UUID newId() {
        long low = ThreadLocalRandom.current().nextLong() & BELOW_VARIANT | VARIANT;
        return new UUID(PROCESS.getMostSignificantBits(), low);
    }

    /**
     * @throws IllegalArgumentException if the body is no trace point, saying why
     */
    static TracePoint read(byte[] body) {
        try {
            Map<String, @Nullable Object> message = notNull(JSON.readValue(body, OBJECT));
            Object wrapped = message.get("oslo.message");
            Map<String, @Nullable Object> notification =
                    wrapped instanceof String text ? notNull(JSON.readValue(text, OBJECT)) : message;
            return TracePoint.fromDocument(payload(notification.get("payload")));
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("not a notification: " + malformed.getOriginalMessage(), malformed);
        }
    }

    /** 1.0, which has no envelope, has no place to say so. Nothing but a version is repeated of what anybody may write. */
    static String format(byte[] body) {
        if (body.length > MOST_BYTES) {
            return TOO_LARGE;
        }
        try {
            Map<String, @Nullable Object> message = notNull(JSON.readValue(body, OBJECT));
            String version = String.valueOf(message.getOrDefault("oslo.version", "1.0"));
            return VERSION.matcher(version).matches() ? version : NO_VERSION;
        } catch (JacksonException | IllegalArgumentException malformed) {
            return NO_VERSION;
        }
    }

    /** The text {@code null} is JSON, and an object of any type. */
    private static Map<String, @Nullable Object> notNull(@Nullable Map<String, @Nullable Object> read) {
        if (read == null) {
            throw new IllegalArgumentException("not a notification: it is null");
        }
        return read;
    }

    private static Map<String, @Nullable Object> payload(@Nullable Object payload) {
        if (payload == null) {
            throw new IllegalArgumentException("not a notification: 'payload' is missing");
        }
        return JSON.convertValue(payload, OBJECT);
    }
}
