// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Looks at a bean with the profiler on and off: what is seen may not differ. */
public final class OnAndOff {

    private OnAndOff() {}

    /** What somebody sees of a bean. */
    @FunctionalInterface
    public interface Look<T> {
        Object at(T bean) throws Exception;
    }

    /** Fails if the look shows something else when the profiler is on. */
    public static <T> void assertSame(ApplicationContextRunner runner, Class<T> type, Look<T> look) {
        Object off = look(runner.withPropertyValues("profiler.enabled=false"), type, look);
        Object on = look(runner, type, look);
        assertThat(on).isEqualTo(off);
    }

    private static <T> Object look(ApplicationContextRunner runner, Class<T> type, Look<T> look) {
        AtomicReference<Object> seen = new AtomicReference<>();
        runner.run(context -> {
            assertThat(context).hasNotFailed();
            seen.set(look.at(((BeanFactory) context).getBean(type)));
        });
        return seen.get();
    }
}
