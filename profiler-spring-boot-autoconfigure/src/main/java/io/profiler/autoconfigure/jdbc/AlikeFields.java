// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import io.profiler.autoconfigure.Guard;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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

    static AlikeFields of(Object bean, Object proxy) {
        List<Field> fields = classes(bean.getClass())
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .filter(AccessibleObject::trySetAccessible)
                .toList();
        AlikeFields alike = new AlikeFields(bean, proxy, fields);
        alike.copy();
        return alike;
    }

    private static Stream<Class<?>> classes(Class<?> type) {
        return Stream.iterate(type, above -> above != null && above != Object.class, Class::getSuperclass);
    }

    /** Gives the proxy what the bean has. */
    void copy() {
        try {
            for (Field field : fields) {
                field.set(proxy, field.get(bean));
            }
        } catch (Throwable fault) {
            Guard.report(fault);
        }
    }
}
