// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;
import org.springframework.util.ClassUtils;

/** Final fields that nobody can set, as those of all classes will be: those of hidden classes are already. */
class AlikeFieldsTest {

    @Test
    void aFieldThatCannotBeSetKeepsNoOtherFromIt() throws Exception {
        Class<?> type = hidden(Plain.class);
        Object bean = instance(type);
        Object proxy = instance(type);
        Field changing = type.getDeclaredField("changing");
        changing.set(bean, "first");

        AlikeFields alike = AlikeFields.of(bean, proxy);
        assertThat(changing.get(proxy)).isEqualTo("first");

        changing.set(bean, "second");
        alike.copy();
        assertThat(changing.get(proxy)).isEqualTo("second");
    }

    @Test
    void whereAFinalMethodMayReadItThereIsNoProxy() throws Exception {
        Class<?> type = hidden(ReadByAFinalMethod.class);

        assertThatIllegalStateException()
                .isThrownBy(() -> AlikeFields.of(instance(type), instance(type)))
                .withMessage("its field 'kept' cannot be set, and its method 'getKept' is final");
    }

    private static Class<?> hidden(Class<?> type) throws IOException, IllegalAccessException {
        try (InputStream file = type.getResourceAsStream(ClassUtils.getClassFileName(type))) {
            return MethodHandles.lookup()
                    .defineHiddenClass(file.readAllBytes(), false)
                    .lookupClass();
        }
    }

    private static Object instance(Class<?> type) throws ReflectiveOperationException {
        return type.getDeclaredConstructor().newInstance();
    }

    static class Plain {

        final Object kept = new Object();
        String changing = "";

        Plain() {}
    }

    static class ReadByAFinalMethod {

        final Object kept = new Object();

        ReadByAFinalMethod() {}

        public final Object getKept() {
            return kept;
        }
    }
}
