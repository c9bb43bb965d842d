// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.trace.TracedMethod;
import java.lang.reflect.Method;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The methods of a layer that nobody asked for, without those that another layer has: one call is one span.
 *
 * @param methods of the layer
 * @param claimed what other layers have of the bean
 */
record UnclaimedMethods(LayerMethods methods, Collection<BeanMethods> claimed) implements LayerMethods {

    @Override
    public boolean isCandidate(Class<?> targetClass) {
        return methods.isCandidate(targetClass);
    }

    @Override
    public @Nullable TracedMethod find(Method method, Class<?> targetClass) {
        return claimed.stream().anyMatch(others -> others.find(method) != null)
                ? null
                : methods.find(method, targetClass);
    }
}
