// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import io.profiler.autoconfigure.Guard;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a DataSource in a proxy that is a subclass of it: for who reads them past its methods, as metrics of Hikari's pool
 * do, and for methods that are final.
 */
final class AlikeFields {

    private final Object bean;
    private final Object proxy;
    private final List<Field> fields;

    private AlikeFields(Object bean, Object proxy, List<Field> fields) {
        this.bean = bean;
        this.proxy = proxy;
        this.fields = fields;
    }

    /**
     * @throws IllegalStateException if the proxy cannot have a field that a final method may read, which runs on the proxy
     */
    static AlikeFields of(Object bean, Object proxy) {
        String reader = finalMethod(bean.getClass());
        List<Field> fields = new ArrayList<>();
        accessible(bean.getClass()).forEach(field -> {
            try {
                field.set(proxy, field.get(bean));
                fields.add(field);
            } catch (IllegalAccessException unchangeable) {
                if (reader != null) {
                    throw new IllegalStateException("its field '" + field.getName()
                            + "' cannot be set, and its method '" + reader + "' is final");
                }
            }
        });
        return new AlikeFields(bean, proxy, List.copyOf(fields));
    }

    private static Stream<Field> accessible(Class<?> type) {
        return classes(type)
                .flatMap(above -> Arrays.stream(above.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .filter(AccessibleObject::trySetAccessible);
    }

    private static @Nullable String finalMethod(Class<?> type) {
        return classes(type)
                .flatMap(above -> Arrays.stream(above.getDeclaredMethods()))
                .filter(method -> (method.getModifiers() & (Modifier.FINAL | Modifier.STATIC | Modifier.PRIVATE))
                        == Modifier.FINAL)
                .findFirst()
                .map(Method::getName)
                .orElse(null);
    }

    private static Stream<Class<?>> classes(Class<?> type) {
        return Stream.iterate(type, above -> above != null && above != Object.class, Class::getSuperclass);
    }

    /** Gives the proxy what the bean has. */
    void copy() {
        for (Field field : fields) {
            try {
                field.set(proxy, field.get(bean));
            } catch (Throwable fault) {
                Guard.report(fault);
            }
        }
    }
}
