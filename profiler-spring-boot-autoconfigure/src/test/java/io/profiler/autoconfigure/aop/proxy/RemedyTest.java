// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.event.EventListener;

/** What is in the way of a proxy is answered by what takes just that away. */
class RemedyTest {

    static Stream<Arguments> ofASubclass() {
        return Stream.of(
                Arguments.of(Closed.class, "take 'final' away"),
                Arguments.of(WithFinalMethod.class, "take 'final' away"),
                Arguments.of(WithPrivateListener.class, "let the method be seen by its package"),
                Arguments.of(Changing.class, "make the field private or final"),
                Arguments.of(Compared.class, "put a span into the method itself"));
    }

    @ParameterizedTest
    @MethodSource
    void ofASubclass(Class<?> type, String remedy) {
        assertStartsWith(ClassProxyObstacles.find(type), remedy);
    }

    @Test
    void ofABeanThatNobodyHasAskedFor() {
        assertStartsWith(UnaskedObstacles.find(new Locking(), false), "mark it with @Traced");
        assertStartsWith(UnaskedObstacles.find(new Looking(), false), "put a span into the method itself");
    }

    private static void assertStartsWith(@Nullable Obstacle obstacle, String remedy) {
        assertThat(obstacle).isNotNull();
        assertThat(obstacle.remedy().forType("com.example.Store")).startsWith(remedy);
    }

    static final class Closed {}

    static class WithFinalMethod {
        final void run() {}
    }

    static class WithPrivateListener {
        @EventListener
        private void listen(String event) {}
    }

    static class Changing {
        int limit;
    }

    static class Compared {

        @Override
        public int hashCode() {
            return 1;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Compared;
        }
    }

    static class Locking {
        synchronized void run() {}
    }

    static class Looking {
        boolean isIt(Object other) {
            return other == this;
        }
    }
}
