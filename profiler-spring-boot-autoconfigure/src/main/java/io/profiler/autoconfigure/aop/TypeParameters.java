// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import java.lang.reflect.ParameterizedType;
import java.util.Arrays;

/** Type parameters that a class gives its interfaces, as a handler of one type does, and which a subclass has not. */
final class TypeParameters {

    private TypeParameters() {}

    /** Whether code that looks at the bean's own class finds some. */
    static boolean mayBeRead(Object bean) {
        return Arrays.stream(bean.getClass().getGenericInterfaces()).anyMatch(ParameterizedType.class::isInstance);
    }
}
