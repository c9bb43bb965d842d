// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static io.profiler.autoconfigure.kit.ProfiledContext.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.ProfiledContext;
import java.lang.reflect.Proxy;
import java.util.List;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans that a pointcut knows by their names. */
class BeanPointcutTest {

    private final ApplicationContextRunner runner = ProfiledContext.runner(Beans.class);

    @ParameterizedTest
    @CsvSource({
        "bean(books), books",
        "bean(shelf), shelf",
        "bean (shelf), shelf",
        "bean  ( mapper ), mapper",
        "bean(client), client",
        "bean(mapper), mapper",
        "bean(lambda), lambda",
        "bean(paper), books",
        "bean(sh*), shelf",
        "bean(books) || bean(shelf), books shelf",
        "bean(*) && !bean(books) && within(io.profiler..*), shelf client mapper lambda attic",
        "bean(b*) && execution(* find()), books",
        "'bean(attic) && within(io.profiler..*)', attic"
    })
    void areTracedAndNoOthersOfTheirClass(String pointcut, String names) {
        runner.withPropertyValues("profiler.message-store.pointcut=" + pointcut).run(context -> {
            for (String name : new String[] {"books", "shelf", "client", "mapper", "lambda", "attic"}) {
                String expected = List.of(names.split(" ")).contains(name) ? "message_store" : "";
                assertThat(profile(context, context.getBean(name, Finder.class)::find)
                                .tree())
                        .as(name)
                        .isEqualTo(expected);
            }
        });
    }

    interface Finder {
        void find();
    }

    static class Shelf implements Finder {

        @Override
        public void find() {}
    }

    @Configuration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        Finder shelf() {
            return new Shelf();
        }

        @Bean
        Finder attic() {
            return new Shelf();
        }

        @Bean
        Finder lambda() {
            return () -> {};
        }

        /** As a Spring Data repository is made. */
        @Bean
        @Qualifier("paper")
        Making books() {
            ProxyFactory factory = new ProxyFactory(new Shelf());
            factory.setInterfaces(Finder.class);
            return new Making((Finder) factory.getProxy());
        }

        /** As an HTTP interface is made: nothing is behind it. */
        @Bean
        Making client() {
            return new Making(ProxyFactory.getProxy(Finder.class, (MethodInterceptor) invocation -> null));
        }

        /** As MyBatis makes a mapper, and Feign a client. */
        @Bean
        Making mapper() {
            return new Making((Finder) Proxy.newProxyInstance(
                    Finder.class.getClassLoader(), new Class<?>[] {Finder.class}, (proxy, method, arguments) -> null));
        }
    }

    record Making(Finder product) implements FactoryBean<Finder> {

        @Override
        public Finder getObject() {
            return product;
        }

        @Override
        public Class<?> getObjectType() {
            return Finder.class;
        }
    }
}
