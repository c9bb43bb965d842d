// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static io.profiler.autoconfigure.kit.ProfiledContext.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.test.CollectingSink;
import io.profiler.trace.ManagementStore;
import io.profiler.trace.MessageStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class StoreDiscoveryTest {

    private final ApplicationContextRunner runner = ProfiledContext.runner(Stores.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.aop.proxy-target-class=true",
                "spring.aop.proxy-target-class=false",
                "spring.aop.auto=false"
            })
    void findsWhatIsMarkedWithEveryKindOfProxy(String kind) {
        runner.withPropertyValues(kind).run(context -> {
            MessageApi messages = context.getBean("messages", MessageApi.class);
            QueueApi queues = context.getBean("queues", QueueApi.class);
            assertThat(AopUtils.isCglibProxy(messages)).isTrue();

            Trace onClass = profile(context, messages::list);
            Trace onInterface = profile(context, queues::list);

            assertThat(onClass.tree()).isEqualTo("message_store");
            assertThat(onClass.function("message_store")).isEqualTo(Messages.class.getName() + ".list");
            assertThat(onInterface.tree()).isEqualTo("management_store");
            assertThat(onInterface.function("management_store")).isEqualTo(Queues.class.getName() + ".list");
        });
    }

    @Test
    void coversWhatTheInterfaceDeclaresAndNothingElse() {
        runner.run(context -> {
            Queues queues = context.getBean(Queues.class);

            assertThat(profile(context, queues::list).tree()).isEqualTo("management_store");
            assertThat(profile(context, queues::notOfTheInterface).tree()).isEmpty();
            assertThat(profile(context, queues::toString).tree()).isEmpty();
        });
    }

    @Test
    void coversPublicMethodsOfAMarkedClassInheritedOnesToo() {
        runner.run(context -> {
            Messages messages = context.getBean(Messages.class);

            assertThat(profile(context, messages::inherited).tree()).isEqualTo("message_store");
            assertThat(profile(context, messages::notPublic).tree()).isEmpty();
            assertThat(profile(context, messages::hashCode).tree()).isEmpty();
        });
    }

    @Test
    void findsAMarkedMethodWithAName() {
        runner.run(context -> {
            Mixed mixed = context.getBean(Mixed.class);

            assertThat(profile(context, mixed::named).tree()).isEqualTo("mongodb_message_controller");
            assertThat(profile(context, mixed::dashed).tree()).isEqualTo("with_dash");
            assertThat(profile(context, mixed::neither).tree()).isEmpty();
        });
    }

    @Test
    void findsTheImplementationOfAGenericInterface() {
        for (String targetClass : new String[] {"true", "false"}) {
            runner.withPropertyValues("spring.aop.proxy-target-class=" + targetClass)
                    .run(context -> assertThat(
                                    profile(context, () -> save(context)).tree())
                            .isEqualTo("management_store"));
        }
        runner.run(context -> assertThat(
                        profile(context, () -> context.getBean(Texts.class).save("a"))
                                .tree())
                .isEqualTo("management_store"));
    }

    @SuppressWarnings("unchecked")
    private static void save(ApplicationContext context) {
        ((Saving<String>) context.getBean("texts")).save("a");
    }

    @Test
    void findsALambda() {
        runner.run(context -> {
            Lookup lookup = context.getBean(Lookup.class);

            assertThat(profile(context, () -> assertThat(lookup.find("a")).isEqualTo("found a"))
                            .tree())
                    .isEqualTo("lookup");
        });
    }

    @Test
    void leavesTheCallAloneOutsideOfAProfiledRequest() {
        runner.run(context -> {
            context.getBean(Messages.class).list();

            assertThat(context.getBean(CollectingSink.class).points()).isEmpty();
        });
    }

    interface MessageApi {
        void list();
    }

    abstract static class AbstractMessages implements MessageApi {

        public void inherited() {}
    }

    @MessageStore
    static class Messages extends AbstractMessages {

        @Override
        public void list() {}

        void notPublic() {}
    }

    @ManagementStore
    interface QueueApi {
        void list();
    }

    static class Queues implements QueueApi {

        @Override
        public void list() {}

        public void notOfTheInterface() {}
    }

    static class Mixed {

        @MessageStore("mongodb_message_controller")
        public void named() {}

        @ManagementStore("with-dash")
        public void dashed() {}

        public void neither() {}
    }

    @ManagementStore
    interface Saving<T> {
        void save(T element);
    }

    static class Texts implements Saving<String> {

        @Override
        public void save(String element) {}
    }

    @FunctionalInterface
    @MessageStore("lookup")
    interface Lookup {
        String find(String key);
    }

    @Configuration(proxyBeanMethods = false)
    static class Stores {

        @Bean
        Messages messages() {
            return new Messages();
        }

        @Bean
        Queues queues() {
            return new Queues();
        }

        @Bean
        Mixed mixed() {
            return new Mixed();
        }

        @Bean
        Texts texts() {
            return new Texts();
        }

        @Bean
        Lookup lookup() {
            return key -> "found " + key;
        }
    }
}
