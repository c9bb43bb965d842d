// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a request that is relayed.
 *
 * @param list as they were given; no two headers are told apart by their values
 */
record RelayedHeaders(List<Header> list) {

    private static final int LONGEST = 16 * 1024;
    private static final String SIGNS_OF_A_NAME = "!#$%&'*+-.^_`|~";

    record Header(String name, String value) {}

    RelayedHeaders {
        list = List.copyOf(list);
    }

    /**
     * @param lines one {@code Name: value} a line
     * @throws InvalidParameterException if one is no header, or they are longer than what is relayed
     */
    static RelayedHeaders of(@Nullable String lines) {
        if (lines == null) {
            return new RelayedHeaders(List.of());
        }
        if (lines.length() > LONGEST) {
            throw new InvalidParameterException("headers: longer than " + LONGEST + " characters");
        }
        return new RelayedHeaders(lines.lines()
                .filter(line -> !line.isBlank())
                .map(RelayedHeaders::header)
                .toList());
    }

    private static Header header(String line) {
        int colon = line.indexOf(':');
        if (colon < 1 || !isName(line.substring(0, colon))) {
            throw new InvalidParameterException("headers: there is a line that is not as in 'Name: value'");
        }
        String name = line.substring(0, colon);
        String value = line.substring(colon + 1);
        if (!value.chars().allMatch(RelayedHeaders::isOfAValue)) {
            throw new InvalidParameterException("headers: the value of " + name + " is not in ASCII");
        }
        return new Header(name, value.strip());
    }

    private static boolean isName(String text) {
        return text.chars().allMatch(c -> isAsciiLetterOrDigit(c) || SIGNS_OF_A_NAME.indexOf(c) >= 0);
    }

    private static boolean isAsciiLetterOrDigit(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    /** The client writes a question mark for whatever is not in ASCII, which nobody has asked for. */
    private static boolean isOfAValue(int c) {
        return c == '\t' || c >= ' ' && c <= '~';
    }

    /** The value of a header that is there once; null otherwise. */
    @Nullable
    String only(String name) {
        List<String> values = list.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
        return values.size() == 1 ? values.get(0) : null;
    }
}
