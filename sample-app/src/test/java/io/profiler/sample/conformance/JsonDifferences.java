// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Compares JSON; what differs from run to run only has to have the same form. */
final class JsonDifferences {

    private static final Set<String> VOLATILE_NAMES = Set.of("age", "created", "expires", "seconds");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}|[0-9a-f]{24}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");

    private final Set<String> volatilePointers;
    private final List<String> differences = new ArrayList<>();

    private JsonDifferences(Set<String> volatilePointers) {
        this.volatilePointers = volatilePointers;
    }

    /** Where the actual value is not as expected. */
    static List<String> between(JsonNode expected, JsonNode actual, Set<String> volatilePointers) {
        JsonDifferences differences = new JsonDifferences(volatilePointers);
        differences.compare("/body_json", expected, actual);
        return differences.differences;
    }

    /** A text without what differs from run to run. */
    static String withoutIds(String text) {
        return TIME.matcher(ID.matcher(text).replaceAll("ID")).replaceAll("TIME");
    }

    private void compare(String pointer, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            compareObjects(pointer, expected, actual);
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(pointer + "/" + i, expected.required(i), actual.required(i));
            }
        } else if (!isSame(pointer, expected, actual)) {
            differences.add("%s: expected %s but was %s".formatted(pointer, expected, actual));
        }
    }

    private void compareObjects(String pointer, JsonNode expected, JsonNode actual) {
        Set<String> names = new TreeSet<>(expected.propertyNames());
        names.addAll(actual.propertyNames());
        for (String name : names) {
            compare(pointer + "/" + name, expected.path(name), actual.path(name));
        }
    }

    private boolean isSame(String pointer, JsonNode expected, JsonNode actual) {
        if (!isVolatile(pointer)) {
            return expected.equals(actual);
        }
        return expected.isString()
                ? actual.isString() && withoutIds(expected.asString()).equals(withoutIds(actual.asString()))
                : expected.getNodeType() == actual.getNodeType();
    }

    private boolean isVolatile(String pointer) {
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        return volatilePointers.contains(pointer) || VOLATILE_NAMES.contains(name);
    }
}
