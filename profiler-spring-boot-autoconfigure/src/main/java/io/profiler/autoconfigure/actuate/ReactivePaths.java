// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Of controllers of Spring WebFlux. */
final class ReactivePaths implements RequestPaths {

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
        return MappedPaths.of(
                mapping.getMethodsCondition().getMethods(),
                mapping.getPatternsCondition().getPatterns().stream().map(PathPattern::getPatternString));
    }
}
