// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Of controllers of Spring MVC. */
final class ServletPaths implements RequestPaths {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final String servletPath;

    /**
     * @param servletPath what the paths begin with; empty, or a path without a slash at its end
     */
    ServletPaths(ObjectProvider<RequestMappingHandlerMapping> mappings, String servletPath) {
        this.mappings = mappings;
        this.servletPath = servletPath;
    }

    @Override
    public Stream<RequestPath> stream() {
        return mappings.stream()
                .flatMap(one -> one.getHandlerMethods().keySet().stream())
                .flatMap(this::paths);
    }

    private Stream<RequestPath> paths(RequestMappingInfo mapping) {
        return MappedPaths.of(
                mapping.getMethodsCondition().getMethods(),
                mapping.getPatternValues().stream().map(pattern -> servletPath + pattern));
    }
}
