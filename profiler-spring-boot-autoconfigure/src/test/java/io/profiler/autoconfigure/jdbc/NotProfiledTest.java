// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.AllocatedBytes;
import io.profiler.autoconfigure.kit.ProfiledContext;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What a connection costs outside of a profiled request: what an empty interceptor does. */
class NotProfiledTest {

    private static final int CALLS = 10_000;

    @Test
    void askingForAConnectionAllocatesNoMoreThanAnEmptyInterceptor() {
        ProxyFactory empty = new ProxyFactory(dataSource());
        empty.setProxyTargetClass(true);
        empty.addAdvice((MethodInterceptor) invocation -> invocation.proceed());
        DataSource emptyProxy = (DataSource) empty.getProxy();

        ProfiledContext.runner()
                .withBean(SingleConnectionDataSource.class, NotProfiledTest::dataSource)
                .run(context -> {
                    DataSource traced = context.getBean(DataSource.class);
                    assertThat(DataSourceProxies.isTraced(traced)).isTrue();
                    allocatedBy(emptyProxy);
                    allocatedBy(traced);

                    // A few bytes a thousand calls, not a call, are what the measurement itself may cost.
                    assertThat(allocatedBy(traced)).isLessThanOrEqualTo(allocatedBy(emptyProxy) + CALLS);
                });
    }

    private static SingleConnectionDataSource dataSource() {
        return new SingleConnectionDataSource(Databases.url(), true);
    }

    private static long allocatedBy(DataSource dataSource) throws SQLException {
        return AllocatedBytes.of(CALLS, () -> dataSource.getConnection());
    }
}
