// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.management;

import io.profiler.trace.ManagementStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The flavors of a project: names that queues use to ask for certain pools. The pools know which flavor they serve. */
@ManagementStore("mongodb_flavors_controller")
public interface FlavorsStore {

    /** Adds a flavor, if it is not there yet. */
    void create(String project, String name);

    boolean exists(String project, String name);

    /** Removes a flavor, if it is there. */
    void delete(String project, String name);

    /** The names of the flavors in order, from the first one after the marker. */
    List<String> list(String project, @Nullable String marker, int limit);
}
