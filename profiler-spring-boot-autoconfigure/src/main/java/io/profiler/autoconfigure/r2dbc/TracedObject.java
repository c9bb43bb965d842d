// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.r2dbc;

import io.profiler.autoconfigure.Guard;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Calls an object of the driver, and sees what it is called for. */
abstract class TracedObject implements InvocationHandler {

    private static final @Nullable Object[] NONE = {};

    private final Object target;

    TracedObject(Object target) {
        this.target = target;
    }

    @Override
    public final @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given)
            throws Throwable {
        @Nullable Object[] arguments = given == null ? NONE : given;
        if (method.getName().equals("equals")) {
            arguments[0] = untraced(arguments[0]);
        }
        Object result = call(method, arguments);
        Object traced = Guard.call(() -> traced(method.getName(), arguments, result));
        return result == target ? proxy : traced == result ? result : promised(method, traced, result);
    }

    /** A driver's interface may declare statements of a class of its own. */
    private static @Nullable Object promised(Method method, @Nullable Object traced, @Nullable Object result) {
        return method.getReturnType().isInstance(traced) ? traced : result;
    }

    private static @Nullable Object untraced(@Nullable Object object) {
        return object != null
                        && Proxy.isProxyClass(object.getClass())
                        && Proxy.getInvocationHandler(object) instanceof TracedObject traced
                ? traced.target
                : object;
    }

    private @Nullable Object call(Method method, @Nullable Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() == null ? failed : failed.getCause();
        }
    }

    /**
     * What the caller gets instead of a result.
     *
     * @return the result itself, if it needs nobody to stand in for it
     */
    abstract @Nullable Object traced(String method, @Nullable Object[] arguments, @Nullable Object result);
}
