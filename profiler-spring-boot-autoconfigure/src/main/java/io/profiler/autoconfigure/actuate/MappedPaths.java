// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;

/** What one mapping of a controller answers. */
final class MappedPaths {

    private static final Set<RequestMethod> UNSAID = Set.of(RequestMethod.GET);

    private MappedPaths() {}

    /**
     * Each pattern with each method.
     *
     * @param said the methods of the mapping, none if it answers all
     */
    static Stream<RequestPath> of(Set<RequestMethod> said, Stream<String> patterns) {
        Set<RequestMethod> methods = said.isEmpty() ? UNSAID : said;
        return patterns.flatMap(pattern -> methods.stream().map(method -> new RequestPath(method.name(), pattern)));
    }
}
