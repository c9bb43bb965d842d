// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kotlin.jvm.JvmClassMappingKt;
import kotlin.reflect.KCallable;
import kotlin.reflect.KClass;
import kotlin.reflect.KParameter;
import kotlin.reflect.KType;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.KotlinDetector;
import org.springframework.util.ClassUtils;

/**
 * Suspending functions of Kotlin's, which a proxy of Spring's calls in another way than their callers do. Arguments that are null
 * and may be left out are left out, so that the function gets its default; values of value classes, such as {@code Result},
 * may come in a box; and what is a publisher is subscribed to.
 */
final class SuspendingFunctions {

    private static final boolean CALLED_BY_NAME =
            ClassUtils.isPresent("kotlinx.coroutines.reactor.MonoKt", SuspendingFunctions.class.getClassLoader());

    private SuspendingFunctions() {}

    /** Why a proxy would change what one of them does; empty if it would not. */
    static Optional<String> obstacle(Class<?> type) {
        return CALLED_BY_NAME
                        && KotlinDetector.isKotlinReflectPresent()
                        && AdvisedTypes.methods(type).stream().anyMatch(KotlinDetector::isSuspendingFunction)
                ? OfKotlin.obstacle(type)
                : Optional.empty();
    }

    /** Needs Kotlin's classes. */
    private static final class OfKotlin {

        static Optional<String> obstacle(Class<?> type) {
            return JvmClassMappingKt.getKotlinClass(type).getMembers().stream()
                    .filter(KCallable::isSuspend)
                    .map(OfKotlin::obstacle)
                    .filter(Objects::nonNull)
                    .findFirst();
        }

        private static @Nullable String obstacle(KCallable<?> function) {
            String name = "its function '" + function.getName() + "'";
            if (function.getParameters().stream().anyMatch(OfKotlin::isOmittedWhereNull)) {
                return "Spring's proxies give " + name + " the default of a parameter in place of null";
            }
            if (types(function).anyMatch(OfKotlin::isOfValueClass)) {
                return "Spring's proxies may box what " + name + " is given or returns, which is of a value class";
            }
            return isPublisher(function.getReturnType())
                    ? "Spring's proxies subscribe to what " + name + " returns"
                    : null;
        }

        /** What a type parameter stands for may be null. */
        private static boolean isOmittedWhereNull(KParameter parameter) {
            return parameter.isOptional()
                    && (parameter.getType().isMarkedNullable()
                            || !(parameter.getType().getClassifier() instanceof KClass<?>));
        }

        private static Stream<KType> types(KCallable<?> function) {
            return Stream.concat(
                    Stream.of(function.getReturnType()),
                    function.getParameters().stream().map(KParameter::getType));
        }

        private static boolean isOfValueClass(KType type) {
            return type.getClassifier() instanceof KClass<?> known && known.isValue();
        }

        private static boolean isPublisher(KType type) {
            return type.getClassifier() instanceof KClass<?> known
                    && Publisher.class.isAssignableFrom(JvmClassMappingKt.getJavaClass(known));
        }
    }
}
