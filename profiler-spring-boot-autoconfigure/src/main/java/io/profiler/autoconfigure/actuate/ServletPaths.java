// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Of controllers of Spring MVC. */
final class ServletPaths implements RequestPaths {

    private static final Set<RequestMethod> UNSAID = Set.of(RequestMethod.GET);

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
        Set<RequestMethod> said = mapping.getMethodsCondition().getMethods();
        Set<RequestMethod> methods = said.isEmpty() ? UNSAID : said;
        return mapping.getPatternValues().stream()
                .flatMap(pattern ->
                        methods.stream().map(method -> new RequestPath(method.name(), servletPath + pattern)));
    }
}
