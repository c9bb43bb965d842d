// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.AllocatedBytes;
import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.trace.MessageStore;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;

/** What a call to a layer's bean allocates outside of a profiled request: what an empty interceptor does. */
class HotPathTest {

    private static final int CALLS = 10_000;

    @Test
    void anUnprofiledCallAllocatesNoMoreThanAnEmptyInterceptor() {
        ProxyFactory empty = new ProxyFactory(new Store());
        empty.setProxyTargetClass(true);
        empty.addAdvice((MethodInterceptor) invocation -> invocation.proceed());
        Store emptyProxy = (Store) empty.getProxy();

        ProfiledContext.runner(Store.class).run(context -> {
            Store traced = context.getBean(Store.class);
            allocatedBy(emptyProxy);
            allocatedBy(traced);

            // A few bytes a thousand calls, not a call, are what the measurement itself may cost.
            assertThat(allocatedBy(traced)).isLessThanOrEqualTo(allocatedBy(emptyProxy) + CALLS);
        });
    }

    private static long allocatedBy(Store store) {
        return AllocatedBytes.of(CALLS, () -> store.list());
    }

    @MessageStore
    static class Store {

        public void list() {}
    }
}
