// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.flight;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What is known of each route; beyond a thousand they are one. Thread-safe. */
final class Routes {

    static final int MOST = 1_000;

    private final ConcurrentMap<String, Route> routes = new ConcurrentHashMap<>();
    private final Route others = new Route("");

    Route of(String name) {
        Route known = routes.get(name);
        return known == null ? added(name) : known;
    }

    private Route added(String name) {
        return name.isEmpty() || routes.size() >= MOST ? others : routes.computeIfAbsent(name, Route::new);
    }
}
