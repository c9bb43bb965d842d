// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.autoconfigure.Guard;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/** What the application's controllers are mapped to, for the console to suggest. */
@FunctionalInterface
interface RequestPaths {

    int MOST = 500;

    /** In no order. */
    Stream<RequestPath> stream();

    /** Those of all sources in order, so far as they can be told. */
    static List<RequestPath> of(ObjectProvider<RequestPaths> sources) {
        return Objects.requireNonNullElse(
                Guard.call(() -> sources.stream()
                        .flatMap(RequestPaths::stream)
                        .filter(path -> !path.pattern().equals("/error"))
                        .distinct()
                        .sorted(RequestPath.ORDER)
                        .limit(MOST)
                        .toList()),
                List.of());
    }
}
