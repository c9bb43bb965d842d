// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webmvc;

import io.profiler.autoconfigure.Guard;
import io.profiler.trace.TracedMethod;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Type;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Takes the times in which bodies become objects and objects become bodies. Changes neither. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class BodyTimes implements RequestBodyAdvice, ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return TracedMethod.isThreadAskedFor();
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return TracedMethod.isThreadAskedFor();
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        with(bodies -> bodies.beginRead(converter));
        return message;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        with(Bodies::endRead);
        return body;
    }

    @Override
    public @Nullable Object handleEmptyBody(
            @Nullable Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        return body;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        with(bodies -> bodies.beginWrite(converter));
        return body;
    }

    /** The controller has returned, and what it returned is written. */
    static void tell(HttpServletRequest request) {
        if (request.getAttribute(Bodies.ATTRIBUTE) instanceof Bodies bodies) {
            bodies.endWrite();
        }
    }

    private static void with(Consumer<Bodies> step) {
        Guard.run(() -> {
            RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
            if (attributes instanceof ServletRequestAttributes servlet) {
                step.accept(Bodies.of(servlet.getRequest()));
            }
        });
    }
}
