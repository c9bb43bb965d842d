// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.trace.TracedMethod;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/** Which methods of which beans belong to a layer, and how their spans look. */
interface LayerMethods {

    /**
     * Whether methods of beans of this class can belong to the layer; false is final.
     *
     * @throws IllegalStateException or a {@link LinkageError}, if the methods cannot be read
     */
    boolean isCandidate(Class<?> targetClass);

    /**
     * How the spans of a method look.
     *
     * @param method the method as it is called, of the class or of one of its interfaces
     * @param targetClass class of the bean
     * @return null if the method is not traced
     */
    @Nullable
    TracedMethod find(Method method, Class<?> targetClass);

    /** The same for a bean of which the name is known. */
    default LayerMethods forBean(String name, BeanFactory beanFactory) {
        return this;
    }

    /** Whether a candidate is meant, and not just taken in with everything else. */
    default boolean isMeantFor(Class<?> targetClass) {
        return true;
    }

    /** Whether the layer takes what is there, without a word of the application's. Then it gives way to every other. */
    default boolean isUnasked() {
        return false;
    }

    /** Whether who calls one asks at once for what a reactive type says is to be done. */
    default boolean areAskedAtOnce() {
        return false;
    }

    /** Whether spans tell of the calls also where no advice can be. */
    default boolean areToldAnyway() {
        return false;
    }

    /** Who else is told of the calls. */
    default CallWatch watch() {
        return CallWatch.NONE;
    }

    /** Whether a candidate carries the layer's annotation. */
    default boolean isMarked(Class<?> targetClass) {
        return false;
    }

    /**
     * What to change, if there ought to be more than there is.
     *
     * @param hasBeans whether there is a bean with such methods
     */
    default @Nullable String advice(boolean hasBeans) {
        return null;
    }
}
