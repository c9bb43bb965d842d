// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Classes that the flight recorder has not seen yet. Up to JDK 25 it streams what it knows of virtual threads only along with
 * news of classes or methods; without any, an event of theirs is nobody's. Thread-safe.
 */
final class FreshClasses {

    private static final int MOST = 32;

    private final byte[] code;
    private final Queue<Class<?>> classes = new ConcurrentLinkedQueue<>();

    /** What all of them look like. */
    private static final class Fresh {}

    FreshClasses() {
        try (InputStream file = FreshClasses.class.getResourceAsStream("FreshClasses$Fresh.class")) {
            code = Objects.requireNonNull(file).readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        refill();
    }

    /** Makes up for those that were taken. */
    void refill() {
        for (int missing = MOST - classes.size(); missing > 0; missing--) {
            classes.add(make());
        }
    }

    private Class<?> make() {
        try {
            return MethodHandles.lookup().defineHiddenClass(code, false).lookupClass();
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One that nobody else gets; null if there is none left. */
    @Nullable
    Class<?> take() {
        return classes.poll();
    }
}
