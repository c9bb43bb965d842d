// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.OnAndOff;
import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.trace.MessageStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is nested with a bean, and reads its private members, by whatever way it comes to it. */
class NestCodeTest {

    @Test
    void aFieldOfABeanThatIsLookedUpIsTheBeans() {
        OnAndOff.assertSame(ProfiledContext.runner(Counter.class, Reader.class), Reader.class, Reader::read);
    }

    @Test
    void codeThatKeepsToPublicMethodsIsNoReason() {
        assertThat(OwnKind.isMetBy(Plain.class)).isFalse();
        assertThat(OwnKind.isMetBy(Counter.class)).isTrue();
    }

    @MessageStore
    static class Counter {
        private int count;

        public void hit() {
            count++;
        }
    }

    @MessageStore
    static class Plain {
        private int count;

        public int hit() {
            return ++count;
        }
    }

    static class Reader {

        @Autowired
        private ApplicationContext context;

        int read() {
            context.getBean(Counter.class).hit();
            return context.getBean(Counter.class).count;
        }
    }

    static class Caller {

        static int call(ApplicationContext context) {
            return context.getBean(Plain.class).hit();
        }
    }
}
