// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static io.profiler.autoconfigure.kit.ProfiledContext.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.OnAndOff;
import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.trace.MessageStore;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/** Which bean a bean is, for those who compare it, write it or have it by two names. */
@ExtendWith(OutputCaptureExtension.class)
class BeanIdentityTest {

    @Test
    void aBeanWithEqualsIsLeftAlone(CapturedOutput output) {
        OnAndOff.assertSame(
                ProfiledContext.runner(Equal.class),
                Equal.class,
                bean -> Set.of(new Equal()).contains(bean) && bean.equals(new Equal()));
        assertThat(output)
                .containsOnlyOnce(
                        Equal.class.getName() + " is not traced, because it has a method 'equals' of its own");
    }

    @Test
    void aBeanThatCanBeWrittenIsLeftAlone(CapturedOutput output) {
        OnAndOff.assertSame(ProfiledContext.runner(Written.class), Written.class, bean -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new ObjectOutputStream(bytes).writeObject(bean);
            return bytes.toByteArray();
        });
        assertThat(output).containsOnlyOnce(Written.class.getName() + " is not traced, because it is Serializable");
    }

    @Test
    void aBeanThatReturnsItselfReturnsItsProxy() {
        OnAndOff.assertSame(ProfiledContext.runner(Fluent.class), Fluent.class, bean -> bean.itself() == bean);
    }

    @Test
    void aBeanWithTwoNamesIsTracedOnce() {
        ProfiledContext.runner(TwoNames.class)
                .run(context -> assertThat(profile(
                                        context,
                                        () -> context.getBean("second", Fluent.class)
                                                .itself())
                                .tree())
                        .isEqualTo("message_store"));
    }

    @Test
    void prototypesShareAClassOfProxies() {
        ProfiledContext.runner(Prototypes.class).run(context -> {
            Object one = context.getBean(Fluent.class);
            Object other = context.getBean(Fluent.class);

            assertThat(AopUtils.isAopProxy(one)).isTrue();
            assertThat(one).isNotSameAs(other).isExactlyInstanceOf(other.getClass());
        });
    }

    @MessageStore
    static class Equal {

        public void find() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Equal;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    @MessageStore
    static class Written implements Serializable {

        private static final long serialVersionUID = 1L;

        public void find() {}
    }

    @MessageStore
    static class Fluent {

        public Fluent itself() {
            return this;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoNames {

        @Bean
        Fluent first() {
            return new Fluent();
        }

        @Bean
        Fluent second(Fluent first) {
            return first;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Prototypes {

        @Bean
        @Scope("prototype")
        Fluent fluent() {
            return new Fluent();
        }
    }
}
