// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static io.profiler.autoconfigure.kit.ProfiledContext.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.trace.MessageStore;
import io.profiler.trace.Traced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.OverridingClassLoader;

/** Beans whose methods name a class of a library that is not there. */
@ExtendWith(OutputCaptureExtension.class)
class UnreadableMethodsTest {

    @ParameterizedTest
    @ValueSource(classes = {Plain.class, Marked.class, MarkedMethod.class, OfInterface.class, MarkedOfInterface.class})
    void workUntraced(Class<?> type) throws ReflectiveOperationException {
        Object product = withoutOptional(type);

        ProfiledContext.runner()
                .withBean("product", Products.class, () -> new Products(product))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean("product")).isSameAs(product);
                });
    }

    @ParameterizedTest
    @ValueSource(classes = {Marked.class, MarkedOfInterface.class})
    void markedOnesAreToldOfOnce(Class<?> type, CapturedOutput output) throws ReflectiveOperationException {
        Object product = withoutOptional(type);

        ProfiledContext.runner()
                .withBean("one", Products.class, () -> new Products(product))
                .withBean("other", Products.class, () -> new Products(product))
                .run(context -> assertThat(context.getBean("one")).isSameAs(context.getBean("other")));

        assertThat(output).containsOnlyOnce(type.getName() + " is not traced, because its methods cannot be read: ");
    }

    @Test
    void isTracedWhereOnlyANestedClassCannotBeRead() throws ReflectiveOperationException {
        Object product = withoutOptional(WithNested.class);

        ProfiledContext.runner()
                .withBean("product", Products.class, () -> new Products(product))
                .run(context -> {
                    Runnable bean = context.getBean("product", Runnable.class);

                    assertThat(profile(context, bean::run).tree()).isEqualTo("message_store");
                });
    }

    private static Object withoutOptional(Class<?> type) throws ReflectiveOperationException {
        return new WithoutOptional()
                .loadClass(type.getName())
                .getDeclaredConstructor()
                .newInstance();
    }

    /** Spring reads the methods of beans that it makes, but not of those that it is given by a factory. */
    private record Products(Object product) implements FactoryBean<Object> {

        @Override
        public Object getObject() {
            return product;
        }

        @Override
        public Class<?> getObjectType() {
            return product.getClass();
        }
    }

    private static final class WithoutOptional extends OverridingClassLoader {

        WithoutOptional() {
            super(UnreadableMethodsTest.class.getClassLoader());
        }

        @Override
        public Class<?> loadClass(String name) throws ClassNotFoundException {
            if (name.equals(OfOptionalLibrary.class.getName())) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name);
        }

        @Override
        protected boolean isEligibleForOverriding(String name) {
            return name.startsWith(UnreadableMethodsTest.class.getName());
        }
    }

    public interface OfOptionalLibrary {}

    public interface Api {
        default void use(OfOptionalLibrary optional) {}
    }

    @MessageStore
    public interface MarkedApi {
        default void use(OfOptionalLibrary optional) {}
    }

    public static class Plain {

        public void use(OfOptionalLibrary optional) {}
    }

    @MessageStore
    public static class Marked {

        public void use(OfOptionalLibrary optional) {}
    }

    public static class MarkedMethod {

        @Traced("use")
        public void use(OfOptionalLibrary optional) {}
    }

    @MessageStore
    public static class WithNested implements Runnable {

        @Override
        public void run() {}

        static class Nested {
            void use(OfOptionalLibrary optional) {}
        }
    }

    public static class OfInterface implements Api {}

    public static class MarkedOfInterface implements MarkedApi {}
}
