// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.saved;

import io.profiler.report.InvalidReportException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads JSON into maps, lists and scalars as Python's json module does, NaN included. Loops; any depth works. */
final class JsonDocumentReader {

    private static final int LONGEST_NUMBER_IN_PYTHON = 4300;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(LONGEST_NUMBER_IN_PYTHON)
                    .build())
            .build();

    private final Deque<Object> path = new ArrayDeque<>();
    private @Nullable Object root;

    private JsonDocumentReader() {}

    /**
     * Reads one value.
     *
     * @throws InvalidReportException if the text is not JSON, saying where
     */
    static @Nullable Object read(String json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            return new JsonDocumentReader().read(parser);
        } catch (JacksonException malformed) {
            TokenStreamLocation at = malformed.getLocation();
            throw new InvalidReportException(
                    at == null
                            ? "it is not JSON"
                            : "it is not JSON: see line " + at.getLineNr() + ", column " + at.getColumnNr());
        }
    }

    private @Nullable Object read(JsonParser parser) {
        if (parser.nextToken() == null) {
            throw new InvalidReportException("it is empty");
        }
        do {
            take(parser);
            parser.nextToken();
        } while (!path.isEmpty());
        if (parser.hasCurrentToken()) {
            throw new InvalidReportException("it goes on after the end of its JSON");
        }
        return root;
    }

    private void take(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            open(parser, new LinkedHashMap<String, Object>());
        } else if (token == JsonToken.START_ARRAY) {
            open(parser, new ArrayList<>());
        } else if (token.isStructEnd()) {
            path.pop();
        } else if (token != JsonToken.PROPERTY_NAME) {
            attach(parser, scalar(parser, token));
        }
    }

    private void open(JsonParser parser, Object container) {
        attach(parser, container);
        path.push(container);
    }

    @SuppressWarnings("unchecked")
    private void attach(JsonParser parser, @Nullable Object value) {
        Object container = path.peek();
        if (container == null) {
            root = value;
        } else if (container instanceof List<?> list) {
            ((List<@Nullable Object>) list).add(value);
        } else {
            ((Map<String, @Nullable Object>) container).put(parser.currentName(), value);
        }
    }

    private static @Nullable Object scalar(JsonParser parser, JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }
}
