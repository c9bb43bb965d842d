// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static io.profiler.autoconfigure.kit.ProfiledContext.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.trace.ManagementStore;
import io.profiler.trace.MessageStore;
import io.profiler.trace.Profiler;
import java.util.concurrent.CompletableFuture;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Lookup;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.CustomScopeConfigurer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.support.SimpleThreadScope;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

/** Beans that are proxied for other reasons, and beans that are wanted before they are ready. */
@ExtendWith(OutputCaptureExtension.class)
class OtherProxiesTest {

    @Test
    void theProxyOfAnAspectIsUsedOutsideOfIt(CapturedOutput output) {
        ProfiledContext.runner(Aspects.class, Proxied.class).run(context -> {
            Proxied bean = context.getBean(Proxied.class);

            assertThat(profile(context, bean::find).tree()).isEqualTo("message_store(in_aspect)");
            assertThat(((Advised) bean).getTargetSource().getTarget()).isExactlyInstanceOf(Proxied.class);
        });
        assertThat(output).doesNotContain("is not traced");
    }

    @Test
    void theProxyOfAnAsynchronousBeanIsUsed() {
        ProfiledContext.runner(Asynchronous.class)
                .withPropertyValues("spring.task.execution.propagate-context=true")
                .run(context -> {
                    Asynchronous bean = context.getBean(Asynchronous.class);

                    assertThat(profile(context, () -> bean.find().join()).tree())
                            .isEqualTo("message_store");
                    assertThat(((Advised) bean).getTargetSource().getTarget()).isExactlyInstanceOf(Asynchronous.class);
                });
    }

    @Test
    void theTargetOfAScopedProxyIsTracedOnce() {
        ProfiledContext.runner(Scoped.class)
                .run(context -> assertThat(profile(
                                        context,
                                        () -> context.getBean("cart", Cart.class)
                                                .find())
                                .tree())
                        .isEqualTo("message_store"));
    }

    @Test
    void aBeanWithLookupMethodsGoesOnLookingUp() {
        ProfiledContext.runner(LookingUp.class, Proxied.class).run(context -> {
            LookingUp bean = context.getBean(LookingUp.class);

            assertThat(profile(context, () -> assertThat(bean.find()).isSameAs(context.getBean(Proxied.class)))
                            .tree())
                    .isEqualTo("message_store");
        });
    }

    @Test
    void circularReferencesAreToTheProxies() {
        ProfiledContext.runner(Left.class, Right.class)
                .withAllowCircularReferences(true)
                .run(context -> {
                    Left left = context.getBean(Left.class);
                    Right right = context.getBean(Right.class);

                    assertThat(left.other).isSameAs(right);
                    assertThat(right.other).isSameAs(left);
                    assertThat(profile(context, left::find).tree()).isEqualTo("message_store(management_store)");
                });
    }

    @Test
    void circularReferencesAreToProxiesOfInterfacesToo() {
        ProfiledContext.runner(KnownByInterface.class)
                .withAllowCircularReferences(true)
                .withPropertyValues("spring.aop.proxy-target-class=false")
                .run(context -> {
                    Finder first = context.getBean("first", Finder.class);
                    Finder second = context.getBean("second", Finder.class);

                    assertThat(AopUtils.isJdkDynamicProxy(first)).isTrue();
                    assertThat(AopUtils.isJdkDynamicProxy(second)).isTrue();
                    assertThat(profile(context, first::find).tree()).isEqualTo("message_store(message_store)");
                    assertThat(profile(context, second::find).tree()).isEqualTo("message_store(message_store)");
                });
    }

    @Aspect
    static class Aspects {

        private final Profiler profiler;

        Aspects(Profiler profiler) {
            this.profiler = profiler;
        }

        @Around("within(io.profiler.autoconfigure.aop.OtherProxiesTest.Proxied)")
        public Object around(ProceedingJoinPoint point) throws Throwable {
            try (var span = profiler.start("in_aspect")) {
                return point.proceed();
            }
        }
    }

    /** Not to be proxied, if it were not for the aspect. */
    @MessageStore
    static class Proxied {

        public void find() {}

        public final void end() {}
    }

    @MessageStore
    @EnableAsync
    static class Asynchronous {

        @Async
        public CompletableFuture<String> find() {
            return CompletableFuture.completedFuture(Thread.currentThread().getName());
        }
    }

    @MessageStore
    static class Cart {

        private int size;

        public int find() {
            return ++size;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Scoped {

        @Bean
        static CustomScopeConfigurer threadScope() {
            CustomScopeConfigurer configurer = new CustomScopeConfigurer();
            configurer.addScope("thread", new SimpleThreadScope());
            return configurer;
        }

        @Bean
        @Scope(value = "thread", proxyMode = ScopedProxyMode.TARGET_CLASS)
        Cart cart() {
            return new Cart();
        }
    }

    @MessageStore
    abstract static class LookingUp {

        public Proxied find() {
            return lookUp();
        }

        @Lookup
        protected abstract Proxied lookUp();
    }

    interface Finder {
        void find();

        default void end() {}
    }

    @MessageStore
    static final class Partner implements Finder {

        final String name = "partner";

        @Autowired
        @Qualifier("first")
        Finder first;

        @Autowired
        @Qualifier("second")
        Finder second;

        private final boolean isFirst;

        Partner(boolean isFirst) {
            this.isFirst = isFirst;
        }

        @Override
        public void find() {
            (isFirst ? second : first).end();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class KnownByInterface {

        @Bean
        Finder first() {
            return new Partner(true);
        }

        @Bean
        Finder second() {
            return new Partner(false);
        }
    }

    @MessageStore
    static class Left {

        @Autowired
        Right other;

        public void find() {
            other.find();
        }
    }

    @ManagementStore
    static class Right {

        @Autowired
        Left other;

        public void find() {}
    }
}
