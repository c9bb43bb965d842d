// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import java.util.Optional;
import kotlin.jvm.JvmClassMappingKt;
import kotlin.reflect.KCallable;
import kotlin.reflect.KClass;
import kotlin.reflect.KParameter;
import org.springframework.core.KotlinDetector;
import org.springframework.util.ClassUtils;

/**
 * A proxy of Spring's calls a suspending function of Kotlin's without those arguments that are null and may be left out. What
 * the function gets then is not null, but its default.
 */
final class OmittedArguments {

    private static final boolean CALLED_BY_NAME =
            ClassUtils.isPresent("kotlinx.coroutines.reactor.MonoKt", OmittedArguments.class.getClassLoader());

    private OmittedArguments() {}

    static Optional<String> obstacle(Class<?> type) {
        return CALLED_BY_NAME
                        && KotlinDetector.isKotlinReflectPresent()
                        && AdvisedTypes.methods(type).stream().anyMatch(KotlinDetector::isSuspendingFunction)
                ? OfKotlin.function(type)
                        .map(name -> "Spring's proxies give its function '" + name
                                + "' the default of a parameter in place of null")
                : Optional.empty();
    }

    /** Needs Kotlin's classes. */
    private static final class OfKotlin {

        static Optional<String> function(Class<?> type) {
            KClass<?> known = JvmClassMappingKt.getKotlinClass(type);
            return known.getMembers().stream()
                    .filter(KCallable::isSuspend)
                    .filter(function -> function.getParameters().stream().anyMatch(OfKotlin::isOmittedWhereNull))
                    .<String>map(KCallable::getName)
                    .findFirst();
        }

        /** What a type parameter stands for may be null. */
        private static boolean isOmittedWhereNull(KParameter parameter) {
            return parameter.isOptional()
                    && (parameter.getType().isMarkedNullable()
                            || !(parameter.getType().getClassifier() instanceof KClass<?>));
        }
    }
}
