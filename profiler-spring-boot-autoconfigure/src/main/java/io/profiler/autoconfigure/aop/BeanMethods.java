// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.aop.completion.Awaiting;
import io.profiler.autoconfigure.aop.completion.Completion;
import io.profiler.autoconfigure.aop.proxy.AdvisedTypes;
import io.profiler.autoconfigure.aop.proxy.BeanClass;
import io.profiler.autoconfigure.aop.proxy.InsideCalls;
import io.profiler.trace.TracedMethod;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.KotlinDetector;
import org.springframework.util.ClassUtils;

/** The methods of a bean that one layer traces. Remembers what was found of each that was asked for. */
final class BeanMethods {

    private final LayerMethods methods;
    private final Class<?> targetClass;
    private final Map<Method, Optional<InterceptedMethod>> known = new ConcurrentHashMap<>();

    /**
     * A method whose calls are spans.
     *
     * @param completion how its results complete
     * @param awaiting how its results begin, null if its calls are spans by themselves
     * @param isSuspending whether it is a suspending function of Kotlin's
     */
    record InterceptedMethod(
            TracedMethod method,
            Completion completion,
            @Nullable Awaiting awaiting,
            boolean isSuspending) {}

    BeanMethods(LayerMethods methods, Class<?> targetClass) {
        this.methods = methods;
        this.targetClass = targetClass;
    }

    @Nullable
    InterceptedMethod find(Method method) {
        Optional<InterceptedMethod> found = known.get(method);
        if (found == null) {
            found = resolve(method);
            known.put(method, found);
        }
        return found.orElse(null);
    }

    CallWatch watch() {
        return methods.watch();
    }

    /** A user's pointcut may take every class for a candidate. */
    boolean isEmpty() {
        return AdvisedTypes.methods(targetClass).stream().allMatch(method -> find(method) == null);
    }

    /** Whether there is one that a proxy can be called by. */
    boolean canBeCalled() {
        return AdvisedTypes.methods(targetClass).stream()
                .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                .anyMatch(method -> find(method) != null);
    }

    String typeName() {
        return BeanClass.known(targetClass).getName();
    }

    /** Names of those whose calls are ever seen: not of private ones, whose calls all come from within the class. */
    List<String> names() {
        return traced().filter(method -> !Modifier.isPrivate(method.getModifiers()))
                .filter(method -> !ListenerMethods.contain(method))
                .map(Method::getName)
                .distinct()
                .sorted()
                .toList();
    }

    /** Names of those that are called past the advice. */
    List<String> listeners() {
        return traced().filter(ListenerMethods::contain)
                .map(Method::getName)
                .distinct()
                .sorted()
                .toList();
    }

    /** Which calls of them come from within the class. */
    List<String> insideCalls() {
        return InsideCalls.of(ClassUtils.getUserClass(targetClass), traced().toList());
    }

    private Stream<Method> traced() {
        return AdvisedTypes.methods(targetClass).stream()
                .filter(method -> !method.isSynthetic() && !BeanClass.isOfProxies(method.getDeclaringClass()))
                .filter(method -> find(method) != null);
    }

    private Optional<InterceptedMethod> resolve(Method method) {
        return Optional.ofNullable(methods.find(method, targetClass))
                .map(traced -> intercepted(traced, TracedMethods.specific(method, targetClass)));
    }

    private InterceptedMethod intercepted(TracedMethod traced, Method method) {
        if (KotlinDetector.isSuspendingFunction(method)) {
            return new InterceptedMethod(traced, Completion.ofSuspending(), null, true);
        }
        Completion completion = Completion.of(method.getReturnType());
        return new InterceptedMethod(
                traced,
                completion,
                completion instanceof Awaiting later && !methods.areAskedAtOnce() ? later : null,
                false);
    }
}
