// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.queue;

import io.profiler.sample.model.QueueId;
import io.profiler.sample.web.caller.CallerInterceptor;
import io.profiler.sample.web.error.ApiException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Gives controllers the {@link QueueId}: the caller's project and the queue's name in the path. */
@Component
class QueueIdArgumentResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == QueueId.class;
    }

    @Override
    public QueueId resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        QueueId queue = new QueueId(CallerInterceptor.callerOf(request).project(), queueName(request));
        if (!queue.isValid()) {
            throw new ApiException(
                    HttpStatus.BAD_REQUEST,
                    "Invalid queue identification",
                    "The format of the submitted queue name or project id is not valid.");
        }
        return queue;
    }

    private static String queueName(NativeWebRequest request) {
        Map<?, ?> variables = (Map<?, ?>) Objects.requireNonNull(
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
        return (String) Objects.requireNonNull(variables.get("queue"));
    }
}
