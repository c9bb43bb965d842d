// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.json;

import io.profiler.sample.web.error.ApiException;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The rules for what administrators send, worded like the JSON schema they stand for. */
public final class JsonSchemaRules {

    private JsonSchemaRules() {}

    public static void require(ObjectNode object, List<String> names) {
        names.stream().filter(name -> !object.has(name)).findFirst().ifPresent(name -> {
            throw ApiException.badBody("'%s' is a required property".formatted(name));
        });
    }

    public static void requireOnly(ObjectNode object, Collection<String> names) {
        object.propertyNames().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ApiException.badBody(
                            "Additional properties are not allowed ('%s' was unexpected)".formatted(name));
                });
    }

    public static @Nullable String string(ObjectNode object, String name, int maxLength) {
        JsonNode value = value(object, name, "string", JsonNode::isString);
        if (value == null) {
            return null;
        }
        if (value.stringValue().length() > maxLength) {
            throw ApiException.badBody("'%s' is too long".formatted(value.stringValue()));
        }
        return value.stringValue();
    }

    public static @Nullable Long integer(ObjectNode object, String name, long max) {
        JsonNode value = value(object, name, "integer", JsonNode::isIntegralNumber);
        if (value == null) {
            return null;
        }
        if (value.longValue() < 0) {
            throw ApiException.badBody("%s is less than the minimum of 0".formatted(value));
        }
        if (value.longValue() > max) {
            throw ApiException.badBody("%s is greater than the maximum of %s".formatted(value, max));
        }
        return value.longValue();
    }

    public static @Nullable JsonNode object(ObjectNode object, String name) {
        return value(object, name, "object", JsonNode::isObject);
    }

    public static List<String> strings(ObjectNode object, String name) {
        JsonNode array = value(object, name, "array", JsonNode::isArray);
        return array == null
                ? List.of()
                : array.values().stream().map(JsonSchemaRules::string).toList();
    }

    private static String string(JsonNode value) {
        return require(value, "string", JsonNode::isString).stringValue();
    }

    private static @Nullable JsonNode value(ObjectNode object, String name, String type, Predicate<JsonNode> isOfType) {
        JsonNode value = object.get(name);
        return value == null ? null : require(value, type, isOfType);
    }

    private static JsonNode require(JsonNode value, String type, Predicate<JsonNode> isOfType) {
        if (!isOfType.test(value)) {
            throw ApiException.badBody("%s is not of type '%s'".formatted(quoted(value), type));
        }
        return value;
    }

    private static String quoted(JsonNode value) {
        return value.isString() ? "'" + value.stringValue() + "'" : value.toString();
    }
}
