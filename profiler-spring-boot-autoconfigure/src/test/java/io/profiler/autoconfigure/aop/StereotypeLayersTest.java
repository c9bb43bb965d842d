// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static io.profiler.autoconfigure.kit.ProfiledContext.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.trace.MessageStore;
import io.profiler.trace.Traced;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.annotation.AliasFor;
import org.springframework.core.annotation.Order;
import org.springframework.samples.shop.Prices;
import org.springframework.samples.shop.ShopApplication;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;

@ExtendWith(OutputCaptureExtension.class)
class StereotypeLayersTest {

    @ParameterizedTest
    @CsvSource({
        "true, true, service(repository)",
        "true, false, service",
        "false, true, repository",
        "false, false, ''",
    })
    void servicesAndRepositoriesAreTracedUnlessTheyAreSwitchedOff(boolean services, boolean repositories, String tree) {
        ProfiledContext.runner(Orders.class, OrderRows.class)
                .withPropertyValues(
                        "profiler.trace-services=" + services, "profiler.trace-repositories=" + repositories)
                .run(context -> assertThat(profile(context, context.getBean(Orders.class)::all)
                                .tree())
                        .isEqualTo(tree));
    }

    @Test
    void theyAreOnByDefaultAndNamedByClassAndMethod() {
        ProfiledContext.runner(Orders.class, OrderRows.class).run(context -> {
            Trace trace = profile(context, context.getBean(Orders.class)::all);

            assertThat(trace.tree()).isEqualTo("service(repository)");
            assertThat(trace.function("service")).isEqualTo(Orders.class.getName() + ".all");
            assertThat(trace.function("repository")).isEqualTo(OrderRows.class.getName() + ".read");
        });
    }

    @ParameterizedTest
    @CsvSource({"true, message_store", "false, ''"})
    void whatIsMarkedBelongsToItsLayerAlsoWhileThatIsOff(boolean messages, String tree) {
        ProfiledContext.runner(Marked.class)
                .withPropertyValues("profiler.trace-message-store=" + messages)
                .run(context -> assertThat(profile(context, context.getBean(Marked.class)::read)
                                .tree())
                        .isEqualTo(tree));
    }

    @Test
    void oneCallIsOneSpan() {
        ProfiledContext.runner(Priced.class)
                .withPropertyValues("profiler.management-store.pointcut=execution(* *..Priced.stored(..))")
                .run(context -> {
                    Priced priced = context.getBean(Priced.class);

                    assertThat(profile(context, priced::traced).tree()).isEqualTo("pricing");
                    assertThat(profile(context, priced::stored).tree()).isEqualTo("management_store");
                    assertThat(profile(context, priced::other).tree()).isEqualTo("service");
                    assertThat(profile(context, priced::inPackage).tree()).isEqualTo("service");
                    assertThat(profile(context, priced::inFamily).tree()).isEmpty();
                });
    }

    @Test
    void whatCannotBeTracedIsLeftAloneWithoutAWarning(CapturedOutput output) {
        ProfiledContext.runner(Final.class)
                .run(context -> assertThat(profile(context, context.getBean(Final.class)::call)
                                .tree())
                        .isEmpty());

        assertThat(output).doesNotContain("is not traced");
    }

    @Test
    void whatSpringBootScansIsTheApplicationsWhateverItsPackageIsCalled() {
        ProfiledContext.runner(ShopApplication.class).run(context -> {
            Prices prices = context.getBean(Prices.class);

            assertThat(profile(context, () -> prices.of("tea")).tree()).isEqualTo("service");
        });
    }

    @Test
    void aHandlerWhoseTypeOthersReadIsLeftAlone() {
        ProfiledContext.runner(Greeter.class).run(context -> {
            Greeter greeter = context.getBean(Greeter.class);

            assertThat(greeter.getClass()).isEqualTo(Greeter.class);
            assertThat(profile(context, () -> greeter.apply("you")).tree()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Shipping.class,
                Mailing.class,
                Quoting.class,
                Locking.class,
                Filed.class,
                Paid.class,
                OpenAi.class,
                First.class,
                Documented.class
            })
    void whatOthersFindOnTheBeanItselfAloneLeavesItAlone(Class<? extends Supplier<String>> type) {
        ProfiledContext.runner(type).run(context -> {
            Supplier<String> bean = context.getBean(type);

            assertThat(bean.getClass()).isEqualTo(type);
            assertThat(profile(context, bean::get).tree()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(classes = {Composed.class, HandedDown.class, Asked.class, Somewhere.class, Cheap.class})
    void whatTheyFindOnASubclassTooDoesNot(Class<? extends Supplier<String>> type) {
        ProfiledContext.runner(type)
                .run(context -> assertThat(
                                profile(context, context.getBean(type)::get).tree())
                        .isNotEmpty());
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Handles {}

    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @interface Family {}

    @Service
    @Retention(RetentionPolicy.RUNTIME)
    @interface UseCase {
        @AliasFor(annotation = Service.class)
        String value() default "";
    }

    interface Named extends Supplier<String> {

        @Override
        default String get() {
            return "got";
        }
    }

    @Service
    @Handles
    static class Shipping implements Named {}

    @Service
    static class Mailing implements Named {

        @Handles
        public void mail() {}
    }

    @Service
    static class Quoting implements Named {

        public void quote(@Handles String text) {}
    }

    @Service
    static class Locking implements Named {

        public synchronized void lock() {}
    }

    @UseCase
    static class Composed implements Named {}

    /** As a registry of the application's asks for the class of each bean, to know it by what it says there. */
    @UseCase("filed")
    static class Filed implements Named {}

    abstract static class Handler<T> {}

    /** As a bus of the application's asks for what it handles. */
    @Service
    static class Paid extends Handler<String> implements Named {}

    @Service("openai")
    static class OpenAi implements Named {}

    /** Which is handed down. */
    @Service
    @Qualifier("cheap")
    static class Cheap implements Named {}

    @Service
    @Order(1)
    static class First implements Named {}

    /** Made of one for tools. */
    @NullMarked
    @Retention(RetentionPolicy.RUNTIME)
    @interface Noted {}

    @Noted
    @Service
    static class Documented implements Named {}

    /** No place in any order. */
    @Service
    @Order
    static class Somewhere implements Named {}

    @Service
    @Family
    static class HandedDown implements Named {}

    @Service
    @Handles
    @Traced("asked")
    static class Asked implements Named {

        @Override
        public synchronized String get() {
            return "got";
        }
    }

    @Service
    static class Greeter implements Function<String, String> {

        @Override
        public String apply(String name) {
            return "hello " + name;
        }
    }

    @Service
    static class Orders {

        private final OrderRows rows;

        Orders(OrderRows rows) {
            this.rows = rows;
        }

        public void all() {
            rows.read();
        }
    }

    @Repository
    static class OrderRows {

        public void read() {}
    }

    @Service
    @MessageStore
    static class Marked {

        public void read() {}
    }

    @Service
    static class Priced {

        @Traced("pricing")
        public void traced() {}

        public void stored() {}

        public void other() {}

        void inPackage() {}

        protected void inFamily() {}
    }

    @Service
    static final class Final {

        public void call() {}
    }
}
