// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.trace.TracedMethod;
import java.lang.reflect.Method;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The handler methods of controllers. */
final class ControllerLayer implements LayerMethods {

    private static final String NAME = "controller";

    private final CallWatch watch = new HandlerCalls();
    private final BooleanSupplier handlersAreTraced;

    /**
     * @param handlersAreTraced whether {@link ServletHandlers} or {@link ReactiveHandlers} have them called
     */
    ControllerLayer(BooleanSupplier handlersAreTraced) {
        this.handlersAreTraced = handlersAreTraced;
    }

    @Override
    public boolean isCandidate(Class<?> targetClass) {
        return AnnotatedElementUtils.hasAnnotation(targetClass, Controller.class);
    }

    @Override
    public boolean areAskedAtOnce() {
        return true;
    }

    @Override
    public boolean areToldAnyway() {
        return handlersAreTraced.getAsBoolean();
    }

    @Override
    public CallWatch watch() {
        return watch;
    }

    @Override
    public @Nullable TracedMethod find(Method method, Class<?> targetClass) {
        return AnnotatedElementUtils.hasAnnotation(TracedMethods.specific(method, targetClass), RequestMapping.class)
                ? TracedMethods.describe(NAME, method, targetClass).build()
                : null;
    }
}
