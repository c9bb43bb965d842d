// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import io.profiler.point.TracePoint;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Traces whose data is made to break out of every format. */
public final class HostileTrace {

    /** What a format may take for its own, a character at a time. */
    public static final String TEXT =
            "a;b \"c\" 'd' `e` ``f`` \\g\\n &lt;h&amp; | <img src=x onerror=alert(1)></script>"
                    + "${i} javascript:j [k](l) @m #1 *n* \r\n\t\0 \ud800 \u202e \u2028 \ud83d\ude00 \\";

    private HostileTrace() {}

    /** All data of a root and its child is the text. */
    public static Report report(String text) {
        return TracePoints.report(span(text, "1", "base", 0, 1000), span(text, "2", "1", 200, 700));
    }

    private static Stream<TracePoint> span(String text, String id, String parent, int from, int to) {
        return Stream.of(point(text + "-start", text, id, parent, from), point(text + "-stop", text, id, parent, to));
    }

    private static TracePoint point(String name, String text, String id, String parent, int micros) {
        TracePoint plain = TracePoints.point(name, id, parent, micros, info(text));
        return new TracePoint(
                name, text, id, parent.equals("base") ? text : parent, plain.timestamp(), plain.info(), text, text);
    }

    private static Map<String, ?> info(String text) {
        return Map.of(
                "etype",
                text,
                "message",
                text,
                "host",
                text,
                "request",
                Map.of("path", text, "method", text, "query", text),
                "function",
                Map.of("name", text, "args", text),
                "db",
                List.of(text));
    }
}
