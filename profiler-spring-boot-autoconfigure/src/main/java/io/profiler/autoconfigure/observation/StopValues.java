// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.observation;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an observation says of itself, of which most is known at its end only. */
final class StopValues {

    static final String MEMBER = "observation";

    /** Of HTTP clients, who tell it with its query. */
    private static final String URL = "http.url";

    private StopValues() {}

    /**
     * @param isHttpCall whether its URL is told otherwise
     */
    static Map<String, Object> of(Observation.Context context, ObservedEvents events, boolean isHttpCall) {
        Map<String, Object> observation = new LinkedHashMap<>();
        if (context.getContextualName() != null) {
            observation.put("name", context.getContextualName());
        }
        putUnlessEmpty(observation, "values", values(context, isHttpCall));
        if (!events.list().isEmpty()) {
            observation.put("events", events.list());
        }
        return observation.isEmpty() ? Map.of() : Map.of(MEMBER, observation);
    }

    private static void putUnlessEmpty(Map<String, Object> members, String name, Map<String, ?> values) {
        if (!values.isEmpty()) {
            members.put(name, values);
        }
    }

    private static Map<String, String> values(Observation.Context context, boolean isHttpCall) {
        Map<String, String> values = new LinkedHashMap<>();
        for (KeyValue value : context.getAllKeyValues()) {
            if (!KeyValue.NONE_VALUE.equals(value.getValue())
                    && !(isHttpCall && value.getKey().equals(URL))) {
                values.put(value.getKey(), value.getValue());
            }
        }
        return values;
    }
}
