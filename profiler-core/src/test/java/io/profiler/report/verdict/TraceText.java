// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.point.PointTime;
import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A trace as a tree of lines, each a span below the one that is indented less:
 *
 * <pre>{@code
 * wsgi 0..240 | request=GET /customers | status=200
 *   controller 2..238 | function=shop.CustomerController.list
 *     db 10..11.8 *101 +1.8 | statement=SELECT * FROM address WHERE customer_id = ?
 * }</pre>
 *
 * <p>Times are milliseconds; {@code *101 +1.8} means 101 of them with all below, each 1.8 ms after the one before, and
 * {@code #} in a value is its number. {@code skew} moves the clock of a span and of those below it,
 * {@code open} leaves out its stop, and the parent of an {@code orphan} is not in the trace.
 */
final class TraceText {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private record Line(
            int indent, String name, double from, double to, int times, double step, Map<String, String> facts) {

        static Line of(String text) {
            String[] parts = text.strip().split(" \\| ");
            String[] words = parts[0].split(" +");
            String[] time = words[1].split("\\.\\.(?=[0-9])");
            Map<String, String> facts = new HashMap<>();
            for (int i = 1; i < parts.length; i++) {
                String[] fact = parts[i].split("=", 2);
                facts.put(fact[0].strip(), fact[1].strip());
            }
            return new Line(
                    text.length() - text.stripLeading().length(),
                    words[0],
                    Double.parseDouble(time[0]),
                    Double.parseDouble(time[1]),
                    words.length > 2 ? Integer.parseInt(words[2].substring(1)) : 1,
                    words.length > 3 ? Double.parseDouble(words[3].substring(1)) : 0,
                    facts);
        }
    }

    private record Place(String id, String host, double skew, double offset, int number) {}

    private final List<Line> lines;
    private final List<TracePoint> points = new ArrayList<>();

    private TraceText(List<Line> lines) {
        this.lines = lines;
    }

    static Report report(List<String> lines) {
        TraceText trace = new TraceText(lines.stream().map(Line::of).toList());
        trace.addBelow(0, trace.lines.size(), new Place("base", "h", 0, 0, 0));
        return Report.of(trace.points);
    }

    /** Adds the spans of the lines in a range, of which the first is on the outermost level. */
    private void addBelow(int first, int end, Place parent) {
        for (int i = first; i < end; i = endOf(i, end)) {
            for (int number = 0; number < lines.get(i).times(); number++) {
                Place place = add(lines.get(i), number, parent);
                addBelow(i + 1, endOf(i, end), place);
            }
        }
    }

    private int endOf(int line, int end) {
        int next = line + 1;
        while (next < end && lines.get(next).indent() > lines.get(line).indent()) {
            next++;
        }
        return next;
    }

    private Place add(Line line, int number, Place parent) {
        Map<String, String> facts = line.facts();
        double skew = parent.skew() + Double.parseDouble(facts.getOrDefault("skew", "0"));
        double offset = parent.offset() + number * line.step();
        int shown = line.times() > 1 ? number : parent.number();
        Place place = new Place("s" + points.size(), facts.getOrDefault("host", parent.host()), skew, offset, shown);
        Place above = facts.containsKey("orphan") ? new Place("gone", parent.host(), 0, 0, 0) : parent;
        addPoint(line, "-start", line.from() + offset + skew, place, above, TraceFacts.start(facts, shown));
        if (!facts.containsKey("open")) {
            Map<String, Object> stop = LookFacts.add(facts, place.id(), TraceFacts.stop(facts, shown));
            addPoint(line, "-stop", line.to() + offset + skew, place, above, stop);
        }
        return place;
    }

    private void addPoint(Line line, String end, double millis, Place place, Place parent, Map<String, Object> facts) {
        Map<String, Object> info = new LinkedHashMap<>(facts);
        info.put("host", place.host());
        String time = PointTime.format(NOON.plus(Math.round(millis * 1000), ChronoUnit.MICROS));
        points.add(
                new TracePoint(line.name() + end, "base", place.id(), parent.id(), time, info, "demo", place.host()));
    }
}
