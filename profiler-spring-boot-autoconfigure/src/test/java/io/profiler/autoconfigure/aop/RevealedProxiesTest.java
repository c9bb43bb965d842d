// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.profiler.autoconfigure.kit.OnAndOff;
import io.profiler.autoconfigure.kit.ProfiledContext;
import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Service;

/** Services of an application that would notice a proxy, though nobody reads anything of them. */
class RevealedProxiesTest {

    @Test
    void aCompositeDoesNotCallItself() {
        OnAndOff.assertSame(ProfiledContext.runner(All.class, One.class), All.class, Part::count);
        OnAndOff.assertSame(ProfiledContext.runner(Others.class, One.class), Others.class, Part::count);
    }

    @Test
    void anExceptionThatNoMethodDeclaresStaysWhatItIs() {
        OnAndOff.assertSame(
                ProfiledContext.runner(Sneaky.class),
                Sneaky.class,
                bean -> catchThrowable(bean::read).getClass());
    }

    /** The type that Spring hands to the servlet container. */
    @Test
    void aWebSocketEndpointHasItsAnnotation() {
        ProfiledContext.runner(Endpoint.class)
                .run(context -> assertThat(context.getType(context.getBeanNamesForType(Endpoint.class)[0])
                                .getDeclaredAnnotation(ServerEndpoint.class))
                        .isNotNull());
    }

    interface Part {

        int count();
    }

    @Service
    static class One implements Part {

        @Override
        public int count() {
            return 1;
        }
    }

    @Service
    static class All implements Part {

        private final ListableBeanFactory beans;

        All(ListableBeanFactory beans) {
            this.beans = beans;
        }

        @Override
        public int count() {
            return beans.getBeansOfType(Part.class).values().stream()
                    .filter(part -> part != this)
                    .mapToInt(Part::count)
                    .sum();
        }
    }

    @Service
    static class Others implements Part {

        private final ListableBeanFactory beans;

        Others(ListableBeanFactory beans) {
            this.beans = beans;
        }

        @Override
        public int count() {
            int sum = 0;
            for (Part part : beans.getBeansOfType(Part.class).values()) {
                sum += part.equals(this) ? 0 : part.count();
            }
            return sum;
        }
    }

    @Service
    static class Sneaky {

        public String read() {
            throw Sneaky.<RuntimeException>sneakyThrow(new IOException("no file"));
        }

        @SuppressWarnings("unchecked")
        private static <E extends Throwable> E sneakyThrow(Throwable error) throws E {
            throw (E) error;
        }
    }

    @Service
    @ServerEndpoint("/x")
    static class Endpoint {

        @OnMessage
        public String answer(String message) {
            return message;
        }
    }
}
