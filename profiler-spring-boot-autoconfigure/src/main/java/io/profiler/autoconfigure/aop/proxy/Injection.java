// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Fields that are filled while a bean is made, and then stay as they are: what is injected into them, and what has the
 * type of something that a constructor or a method gets injected, and is written by nothing else of the class.
 */
final class Injection {

    private static final Set<String> INJECTING = Set.of(
            "jakarta.annotation.Resource",
            "jakarta.ejb.EJB",
            "jakarta.inject.Inject",
            "jakarta.persistence.PersistenceContext",
            "jakarta.persistence.PersistenceUnit");

    private Injection() {}

    static boolean fills(Field field) {
        return isInjected(field) || !BeanUtils.isSimpleProperty(field.getType()) && isHandedIn(field);
    }

    private static boolean isHandedIn(Field field) {
        List<Executable> injecting = executables(field.getDeclaringClass()).toList();
        return injecting.stream()
                        .flatMap(executable -> Arrays.stream(executable.getParameterTypes()))
                        .anyMatch(field.getType()::equals)
                && (Modifier.isFinal(field.getModifiers()) || !FieldWrites.existBeside(injecting, field));
    }

    private static Stream<Executable> executables(Class<?> type) {
        Constructor<?>[] constructors = type.getDeclaredConstructors();
        return Stream.<Executable>concat(Arrays.stream(constructors), Arrays.stream(type.getDeclaredMethods()))
                .filter(executable ->
                        isInjected(executable) || executable instanceof Constructor<?> && constructors.length == 1);
    }

    private static boolean isInjected(AnnotatedElement element) {
        return AnnotatedElementUtils.hasAnnotation(element, Autowired.class)
                || AnnotatedElementUtils.hasAnnotation(element, Value.class)
                || Arrays.stream(element.getAnnotations())
                        .map(Annotation::annotationType)
                        .anyMatch(annotation -> INJECTING.contains(annotation.getName()));
    }
}
