// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.trace.TracedMethod;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/** Describes handlers that no advice is around: by their method, or by their route if nobody else knows their class. */
final class HandlerNames {

    private HandlerNames() {}

    static TracedMethod describe(Object handler, String httpMethod, @Nullable Object pattern) {
        return handler instanceof HandlerMethod method
                        && !Modifier.isPrivate(method.getBeanType().getModifiers())
                ? TracedMethods.named("controller", method.getMethod(), method.getBeanType())
                : RoutedCalls.route(httpMethod, pattern);
    }
}
