// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static io.profiler.autoconfigure.kit.ProfiledContext.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.trace.MessageStore;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class UnproxyableBeansTest {

    private static final String[] BEANS = {
        "finalStore", "finalWithMarker", "sealedStore", "record", "withFinal", "withFactory"
    };

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void workUntracedWithOneLogLineEach(String targetClass, CapturedOutput output) {
        ProfiledContext.runner(Beans.class)
                .withPropertyValues("spring.aop.proxy-target-class=" + targetClass)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    for (String bean : BEANS) {
                        Supplier<?> store = context.getBean(bean, Supplier.class);
                        assertThat(profile(
                                                context,
                                                () -> assertThat(store.get()).isEqualTo("in " + bean))
                                        .tree())
                                .isEmpty();
                    }
                    assertThat(context.getBean(WithFinalMethod.class).fixedName())
                            .isEqualTo("in withFinal");
                });

        assertLine(output, FinalStore.class, "the class is final");
        assertLine(output, FinalWithMarker.class, "the class is final");
        assertLine(output, SealedStore.class, "the class is sealed");
        assertLine(output, RecordStore.class, "the class is final");
        assertLine(output, WithFinalMethod.class, "its method 'fixedName' is final");
        assertLine(output, WithFactoryMethod.class, "it has only private constructors");
        assertThat(output.toString().lines().filter(line -> line.contains("is not traced")))
                .hasSize(6);
    }

    @Test
    void aFinalClassThatMayBeInjectedByItsClassIsLeftAlone(CapturedOutput output) {
        ProfiledContext.runner(FinalWithInterface.class, ByClass.class)
                .withPropertyValues("spring.aop.proxy-target-class=false")
                .run(context -> assertThat(context).hasNotFailed());

        assertLine(output, FinalWithInterface.class, "the class is final");
    }

    @Test
    void aFinalClassThatIsKnownByItsInterfaceIsTracedThroughIt() {
        ProfiledContext.runner(KnownByInterface.class)
                .withPropertyValues("spring.aop.proxy-target-class=false")
                .run(context -> {
                    Listing store = context.getBean(Listing.class);

                    assertThat(AopUtils.isJdkDynamicProxy(store)).isTrue();
                    assertThat(profile(context, store::list).function("message_store"))
                            .isEqualTo(FinalWithInterface.class.getName() + ".list");
                });
    }

    private static void assertLine(CapturedOutput output, Class<?> type, String reason) {
        assertThat(output).containsOnlyOnce(type.getName() + " is not traced, because " + reason);
    }

    interface Listing {
        void list();
    }

    /** Without methods, so that Spring would make a subclass of what implements it. */
    interface Marker {}

    @MessageStore
    static final class FinalWithInterface implements Listing {

        @Override
        public void list() {}
    }

    record ByClass(FinalWithInterface store) {}

    @Configuration(proxyBeanMethods = false)
    static class KnownByInterface {

        @Bean
        Listing listing() {
            return new FinalWithInterface();
        }
    }

    @MessageStore
    static final class FinalStore implements Supplier<String> {

        @Override
        public String get() {
            return "in finalStore";
        }
    }

    @MessageStore
    static final class FinalWithMarker implements Supplier<String>, Marker {

        @Override
        public String get() {
            return "in finalWithMarker";
        }
    }

    @MessageStore
    static sealed class SealedStore implements Supplier<String> permits SealedStoreOfMine {

        @Override
        public String get() {
            return "in sealedStore";
        }
    }

    static final class SealedStoreOfMine extends SealedStore {}

    @MessageStore
    record RecordStore(String name) implements Supplier<String> {

        @Override
        public String get() {
            return "in " + name;
        }
    }

    @MessageStore
    static class WithFinalMethod implements Supplier<String> {

        private final String name = "in withFinal";

        @Override
        public String get() {
            return name;
        }

        public final String fixedName() {
            return name;
        }
    }

    @MessageStore
    static class WithFactoryMethod implements Supplier<String> {

        private WithFactoryMethod() {}

        static WithFactoryMethod create() {
            return new WithFactoryMethod();
        }

        @Override
        public String get() {
            return "in withFactory";
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        WithFactoryMethod withFactory() {
            return WithFactoryMethod.create();
        }

        @Bean
        FinalStore finalStore() {
            return new FinalStore();
        }

        @Bean
        FinalWithMarker finalWithMarker() {
            return new FinalWithMarker();
        }

        @Bean
        SealedStore sealedStore() {
            return new SealedStore();
        }

        @Bean
        RecordStore record() {
            return new RecordStore("record");
        }

        @Bean
        WithFinalMethod withFinal() {
            return new WithFinalMethod();
        }
    }
}
