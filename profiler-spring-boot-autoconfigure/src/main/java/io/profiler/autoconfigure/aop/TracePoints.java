// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.trace.TracedMethod;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Which methods of which beans belong to a layer, and how their spans look. */
interface TracePoints {

    /**
     * Whether methods of beans of this class can belong to the layer; false is final.
     *
     * @throws IllegalStateException or a {@link LinkageError}, if the methods cannot be read
     */
    boolean isCandidate(Class<?> targetClass);

    /**
     * The trace point of a method.
     *
     * @param method the method as it is called, of the class or of one of its interfaces
     * @param targetClass class of the bean
     * @return null if the method is not traced
     */
    @Nullable
    TracedMethod find(Method method, Class<?> targetClass);
}
