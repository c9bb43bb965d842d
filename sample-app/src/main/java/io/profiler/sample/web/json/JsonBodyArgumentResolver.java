// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.json;

import io.profiler.sample.management.QueueMetadata;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the {@link JsonBody}, whatever content type it claims to have. */
@Component
class JsonBodyArgumentResolver implements HandlerMethodArgumentResolver {

    /** One byte more than any route accepts, so that a longer body shows without being kept. */
    private static final int MAX_BYTES_READ = QueueMetadata.MAX_MESSAGES_POST_BYTES + 1;

    private final JsonReader reader;

    JsonBodyArgumentResolver(JsonReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == JsonBody.class;
    }

    @Override
    public JsonBody resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory)
            throws IOException {
        HttpServletRequest servletRequest = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        byte[] bytes = servletRequest.getInputStream().readNBytes(MAX_BYTES_READ);
        return new JsonBody(bytes, contentType(servletRequest), reader);
    }

    private static @Nullable MediaType contentType(HttpServletRequest request) {
        try {
            return request.getContentType() == null ? null : MediaType.parseMediaType(request.getContentType());
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }
}
