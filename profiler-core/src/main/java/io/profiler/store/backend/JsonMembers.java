// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads an object token by token, into maps, lists, texts, numbers, booleans and nulls. To bind data to classes, Jackson has
 * hundreds of its own, and a command that reads one line would take most of its time to load them.
 */
final class JsonMembers {

    private final JsonFactory factory;

    JsonMembers(JsonFactory factory) {
        this.factory = factory;
    }

    /**
     * @throws IllegalArgumentException if the text is anything but one object
     */
    Map<String, @Nullable Object> read(String json) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                Map<String, @Nullable Object> members = object(parser);
                if (parser.nextToken() == null) {
                    return members;
                }
            }
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("not a JSON object", malformed);
        }
        throw new IllegalArgumentException("not a JSON object");
    }

    /** The parser bounds how deep it goes. */
    private static Map<String, @Nullable Object> object(JsonParser parser) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static List<@Nullable Object> array(JsonParser parser) {
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }
}
