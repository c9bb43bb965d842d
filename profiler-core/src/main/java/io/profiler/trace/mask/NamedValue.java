// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object that holds a name and a value apart, as {@code {"name": "token", "value": "x"}}, in either order. */
final class NamedValue {

    private static final Set<String> NAMES = Set.of(
            "name",
            "key",
            "field",
            "param",
            "parameter",
            "header",
            "property",
            "attribute",
            "headername",
            "type",
            "propertypath",
            "propertyname",
            "fieldname",
            "keyname");
    private static final Set<String> VALUES = Set.of(
            "value",
            "val",
            "content",
            "values",
            "headervalue",
            "rejectedvalue",
            "invalidvalue",
            "newvalue",
            "oldvalue",
            "propertyvalue");
    private static final int MAX_DISTANCE = 300;
    private static final int MAX_NAME = 64;

    private final int openedAt;
    private int secretNameAt = -1;
    private String secretKey = "";
    private int valueFrom = -1;
    private @Nullable AssignedValue seen;

    NamedValue(int openedAt) {
        this.openedAt = openedAt;
    }

    /** Looks at the next pair of the object; whether it is the value of a secret name, or names one. */
    boolean seePair(AssignedName name, AssignedValue value, int from, SecretNames names, Cover cover) {
        if (seeValue(name, value, from, names, cover)) {
            value.cover(from, value.end(from, from + MAX_DISTANCE), cover);
        }
        return secretNameAt >= 0;
    }

    /** Looks at the next pair of the object; whether it is the value of a secret name. */
    boolean seeValue(AssignedName name, AssignedValue value, int from, SecretNames names, Cover cover) {
        if (name.isOneOf(NAMES)) {
            see(name, value, from, names, cover);
            return false;
        }
        if (!name.isOneOf(VALUES)) {
            return false;
        }
        valueFrom = from;
        seen = value;
        return isNear(secretNameAt, from) || names.contains(typeBefore(name.text()));
    }

    private void see(AssignedName name, AssignedValue value, int from, SecretNames names, Cover cover) {
        boolean secret = names.contains(bare(name.text().substring(from, value.end(from, from + MAX_NAME))));
        String key = name.joined();
        if (secret) {
            secretNameAt = from;
            secretKey = key;
        } else if (key.equals(secretKey)) {
            secretNameAt = -1;
        }
        if (secret && seen != null) {
            coverSeen(seen, from, cover);
        }
        seen = null;
    }

    private void coverSeen(AssignedValue value, int before, Cover cover) {
        int to = value.end(valueFrom, before);
        if (isNear(to, before)) {
            value.cover(valueFrom, to, cover);
        }
    }

    /** As of {@code Cookie[name=SID, value=x]}. */
    private String typeBefore(ReadText text) {
        int end = text.isBlank(openedAt - 1) ? openedAt - 1 : openedAt;
        return text.substring(AssignedName.startOf(text, end, MAX_NAME), Math.max(0, end));
    }

    private static boolean isNear(int earlier, int later) {
        return earlier >= 0 && later - earlier <= MAX_DISTANCE;
    }

    /** Only a value that is a name and nothing else is taken for one. */
    private static String bare(String value) {
        String bare = value.replaceAll("^[\"'\\[ ]+|[\"'\\], ]+$", "");
        return bare.indexOf(' ') < 0 ? bare : "";
    }
}
