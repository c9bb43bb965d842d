// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.observation;

import io.micrometer.observation.Observation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.PatternMatchUtils;

/** Which observations become spans: those that are asked for, unless another span of the profiler tells the same. */
final class TracedObservations {

    /** The observation of a request that is served, which is the profiler's root. */
    private static final String OF_SERVED_REQUESTS = "org.springframework.http.server.";

    private final String[] included;
    private final String[] excluded;
    private final String[] told;

    /**
     * @param told names of those that other spans tell
     */
    TracedObservations(List<String> included, List<String> excluded, List<String> told) {
        this.included = included.toArray(String[]::new);
        this.excluded = excluded.toArray(String[]::new);
        this.told = told.toArray(String[]::new);
    }

    boolean contain(@Nullable String name, Observation.Context context) {
        return name != null
                && PatternMatchUtils.simpleMatch(included, name)
                && !PatternMatchUtils.simpleMatch(excluded, name)
                && !isTraced(name, context);
    }

    private boolean isTraced(String name, Observation.Context context) {
        return PatternMatchUtils.simpleMatch(told, name)
                || context.getClass().getName().startsWith(OF_SERVED_REQUESTS);
    }
}
