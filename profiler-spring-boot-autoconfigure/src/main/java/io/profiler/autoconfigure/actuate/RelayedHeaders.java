// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a request that is relayed.
 *
 * @param list as they were given; no two headers are told apart by their values
 */
record RelayedHeaders(List<Header> list) {

    /** What says how a message ends, or where it came from, is the sender's to say: and the sender is the application. */
    private static final Set<String> OF_THE_SENDER = Set.of(
            "connection",
            "content-length",
            "expect",
            "forwarded",
            "host",
            "http2-settings",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "x-real-ip");

    private static final Pattern OF_A_PROXY = Pattern.compile("(proxy|x-forwarded)-.*");
    private static final Pattern LINE = Pattern.compile("([!#$%&'*+.^_`|~\\w-]+):[ \t]*([\\x20-\\x7e\\xa0-\\xff\t]*)");

    record Header(String name, String value) {}

    RelayedHeaders {
        list = List.copyOf(list);
    }

    /**
     * @param lines one {@code Name: value} a line
     * @throws InvalidParameterException if one is no header, or not the browser's to set
     */
    static RelayedHeaders of(@Nullable String lines) {
        List<Header> headers = new ArrayList<>();
        if (lines != null) {
            lines.lines().filter(line -> !line.isBlank()).forEach(line -> headers.add(header(line)));
        }
        return new RelayedHeaders(headers);
    }

    private static Header header(String line) {
        Matcher header = LINE.matcher(line);
        if (!header.matches()) {
            throw new InvalidParameterException("headers: there is a line that is not as in 'Name: value'");
        }
        String name = header.group(1);
        if (isOfTheSender(name.toLowerCase(Locale.ROOT))) {
            throw new InvalidParameterException("headers: " + name + " is not relayed");
        }
        return new Header(name, header.group(2).strip());
    }

    private static boolean isOfTheSender(String name) {
        return OF_THE_SENDER.contains(name) || OF_A_PROXY.matcher(name).matches();
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
