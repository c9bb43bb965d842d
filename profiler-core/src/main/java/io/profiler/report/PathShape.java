// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A path of a URL without what differs from one request to the next: the query is gone, and parts that look like ids are {@code {id}}. */
final class PathShape {

    private static final String ID = "{id}";
    private static final int LEAST_HEXADECIMAL = 8;
    private static final int LEAST_TOKEN = 20;

    private PathShape() {}

    /** The shape of a path, or of what begins with one. */
    static String of(String path) {
        int query = path.indexOf('?');
        return Arrays.stream((query < 0 ? path : path.substring(0, query)).split("/", -1))
                .map(part -> isId(part) ? ID : part)
                .collect(Collectors.joining("/"));
    }

    /** A number or a date, an id in hexadecimal, or a token: none without a digit. */
    private static boolean isId(String part) {
        boolean digits = part.chars().anyMatch(Character::isDigit);
        boolean letters = part.chars().anyMatch(Character::isLetter);
        return digits && (!letters || part.length() >= LEAST_TOKEN || isHexadecimal(part));
    }

    private static boolean isHexadecimal(String part) {
        return part.length() >= LEAST_HEXADECIMAL
                && part.chars().allMatch(c -> c == '-' || Character.digit(c, 16) >= 0);
    }
}
