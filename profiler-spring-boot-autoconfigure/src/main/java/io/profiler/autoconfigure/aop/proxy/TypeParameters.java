// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import java.lang.reflect.ParameterizedType;
import java.util.Arrays;

/** Type parameters that a class gives what it extends or implements, as a handler of one type does, and which a subclass has not. */
final class TypeParameters {

    private TypeParameters() {}

    /** Whether code that looks at the bean's own class finds some. */
    static boolean mayBeRead(Object bean) {
        Class<?> type = bean.getClass();
        return type.getGenericSuperclass() instanceof ParameterizedType
                || Arrays.stream(type.getGenericInterfaces()).anyMatch(ParameterizedType.class::isInstance);
    }
}
