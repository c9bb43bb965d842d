// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.caller;

import io.profiler.sample.SampleProperties;
import io.profiler.sample.web.error.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Reads who sent a request from its headers; the settings have a default for each. */
@Component
class CallerReader {

    private final SampleProperties properties;

    CallerReader(SampleProperties properties) {
        this.properties = properties;
    }

    Caller read(HttpServletRequest request) {
        String clientId = ClientId.parse(clientId(request));
        return new Caller(project(request), clientId, roles(request));
    }

    private String clientId(HttpServletRequest request) {
        return header(request, "Client-ID", properties.defaultClientId())
                .orElseThrow(() -> badHeader("Missing header value", "The \"Client-ID\" header is required."));
    }

    private String project(HttpServletRequest request) {
        String project = header(request, "X-Project-Id", properties.defaultProject())
                .orElseThrow(() -> badHeader("Project-Id Missing", "The header X-PROJECT-ID was missing"));
        if (project.isEmpty()) {
            throw badHeader(
                    "Empty project header not allowed",
                    "X-PROJECT-ID cannot be an empty string. Specify the right header X-PROJECT-ID and retry.");
        }
        return project;
    }

    private Set<String> roles(HttpServletRequest request) {
        Collection<String> roles = header(request, "X-Roles", null)
                .<Collection<String>>map(StringUtils::commaDelimitedListToSet)
                .orElse(properties.defaultRoles());
        return Set.copyOf(roles);
    }

    private static Optional<String> header(HttpServletRequest request, String name, @Nullable String fallback) {
        return Optional.ofNullable(request.getHeader(name))
                .or(() -> Optional.ofNullable(fallback).filter(StringUtils::hasText));
    }

    private static ApiException badHeader(String title, String description) {
        return new ApiException(HttpStatus.BAD_REQUEST, title, description);
    }
}
