// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Of controllers of Spring WebFlux. */
final class ReactivePaths implements RequestPaths {

    private static final Set<RequestMethod> UNSAID = Set.of(RequestMethod.GET);

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    ReactivePaths(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public Stream<RequestPath> stream() {
        return mappings.stream()
                .flatMap(one -> one.getHandlerMethods().keySet().stream())
                .flatMap(ReactivePaths::paths);
    }

    private static Stream<RequestPath> paths(RequestMappingInfo mapping) {
        Set<RequestMethod> said = mapping.getMethodsCondition().getMethods();
        Set<RequestMethod> methods = said.isEmpty() ? UNSAID : said;
        return mapping.getPatternsCondition().getPatterns().stream()
                .flatMap(pattern ->
                        methods.stream().map(method -> new RequestPath(method.name(), pattern.getPatternString())));
    }
}
