// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.TraceSwitch;
import io.profiler.trace.ManagementStore;
import io.profiler.trace.MessageStore;
import io.profiler.trace.TracedMethod;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.ReflectionUtils;

/**
 * What others call of the application's beans of a kind that nobody has to mark for the profiler: public methods, and those for
 * their package, as teams have whose packages are features. What is marked belongs to the layer that it is marked for, also
 * while that is off.
 */
final class StereotypeLayer implements LayerMethods {

    private static final List<LayerAnnotations<?>> MARKS =
            List.of(new LayerAnnotations<>(MessageStore.class), new LayerAnnotations<>(ManagementStore.class));

    private static final int FOR_ITSELF = Modifier.PRIVATE | Modifier.PROTECTED;

    private final String spanName;
    private final Predicate<Class<?>> kind;

    private final ApplicationClasses classes;

    private StereotypeLayer(String spanName, Predicate<Class<?>> kind, BeanFactory beanFactory) {
        this.spanName = spanName;
        this.kind = kind;
        this.classes = new ApplicationClasses(beanFactory);
    }

    static Layer repositories(BeanFactory beanFactory) {
        return new Layer(
                TraceSwitch.REPOSITORIES,
                new LayerText("repository", "repositories"),
                new StereotypeLayer("repository", Stereotypes::isRepository, beanFactory));
    }

    static Layer services(BeanFactory beanFactory) {
        return new Layer(
                TraceSwitch.SERVICES,
                new LayerText("service", "services"),
                new StereotypeLayer("service", Stereotypes::isService, beanFactory));
    }

    @Override
    public boolean isCandidate(Class<?> targetClass) {
        return kind.test(targetClass) && classes.contain(targetClass);
    }

    @Override
    public boolean isUnasked() {
        return true;
    }

    @Override
    public @Nullable TracedMethod find(Method method, Class<?> targetClass) {
        Method called = TracedMethods.specific(method, targetClass);
        return (called.getModifiers() & FOR_ITSELF) != 0
                        || called.isSynthetic()
                        || ReflectionUtils.isObjectMethod(called)
                        || MARKS.stream().anyMatch(mark -> mark.find(method, targetClass) != null)
                ? null
                : TracedMethods.describe(spanName, method, targetClass).build();
    }
}
