// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import io.profiler.point.TracePoint;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A trace point as the body of a message: oslo.messaging's notification format 1.0, which OSprofiler writes. Format 2.0,
 * which wraps it, is read as well.
 */
final class Notification {

    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    /** As Python: ASCII only, so that even half a character can be written, and numbers that JSON does not have. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private Notification() {}

    /**
     * @throws JacksonException if {@code info} holds what has no form in JSON
     */
    static byte[] of(TracePoint point) {
        Map<String, @Nullable Object> notification = new LinkedHashMap<>();
        notification.put("message_id", UUID.randomUUID().toString());
        notification.put("publisher_id", point.host());
        notification.put("event_type", "profiler." + (point.service() == null ? "None" : point.service()));
        notification.put("priority", "INFO");
        notification.put("payload", point.toDocument());
        notification.put("timestamp", TIMESTAMP.format(LocalDateTime.now(ZoneOffset.UTC)));
        notification.put("_unique_id", UUID.randomUUID().toString().replace("-", ""));
        return JSON.writeValueAsBytes(notification);
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

    /** The version of the format; 1.0, which has no envelope, has no place to say so. */
    static String format(byte[] body) {
        try {
            return String.valueOf(notNull(JSON.readValue(body, OBJECT)).getOrDefault("oslo.version", "1.0"));
        } catch (JacksonException | IllegalArgumentException malformed) {
            return "no version: it is no notification";
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
