// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;

/**
 * Paths for a page, in which what many have in common is written once, and cut where it is long: a path may have hundreds of steps,
 * and a step the text of a statement.
 */
final class PathTree {

    static final int MOST_PLACES = 20_000;
    static final int NO_PLACE = -1;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SUBJECT = 500;

    private final Map<Step, Integer> steps = new LinkedHashMap<>();
    private final Map<Place, Integer> places = new LinkedHashMap<>();

    /** Gives the number of the place where a path ends; {@link #NO_PLACE} if there is no room for it. */
    int add(List<Step> path) {
        if (places.size() + path.size() > MOST_PLACES) {
            return NO_PLACE;
        }
        int place = NO_PLACE;
        for (Step step : path) {
            place = number(places, new Place(place, number(steps, step)));
        }
        return place;
    }

    private static <K> int number(Map<K, Integer> numbers, K key) {
        int next = numbers.size();
        return Objects.requireNonNullElse(numbers.putIfAbsent(key, next), next);
    }

    /** Writes the steps as names and subjects, and each place as the number of that above it and of its step. */
    void write(JsonGenerator json) {
        json.writeArrayPropertyStart("steps");
        steps.keySet().forEach(step -> {
            json.writeStartArray();
            json.writeString(ComparisonWords.cut(step.name(), LONGEST_NAME));
            json.writeString(ComparisonWords.cut(Objects.requireNonNullElse(step.subject(), ""), LONGEST_SUBJECT));
            json.writeEndArray();
        });
        json.writeEndArray();
        json.writeArrayPropertyStart("places");
        places.keySet().forEach(place -> {
            json.writeStartArray();
            json.writeNumber(place.above());
            json.writeNumber(place.step());
            json.writeEndArray();
        });
        json.writeEndArray();
    }

    private record Place(int above, int step) {}
}
