// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import io.profiler.autoconfigure.SqlSourceKinds;
import io.profiler.autoconfigure.SqlSourceLog;
import io.profiler.autoconfigure.SqlSourcePostProcessor;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.proxy.ProxyConfig;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/**
 * What the connections of each DataSource are used for, in profiled requests alone: all others get the connections that they
 * would get without the profiler.
 *
 * @since 0.1
 */
@AutoConfiguration
@ConditionalOnClass(ProxyConfig.class)
@ConditionalOnBooleanProperty("profiler.enabled")
@ConditionalOnBooleanProperty(name = "profiler.trace-sql", matchIfMissing = true)
public final class ProfilerJdbcAutoConfiguration {

    private static final String LOG = "io.profiler.dataSourceLog";

    @Bean(LOG)
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static SqlSourceLog profilerDataSourceLog(ConfigurableListableBeanFactory beanFactory) {
        return new SqlSourceLog(beanFactory, DataSource.class, DataSourceProxies::isTraced);
    }

    @Bean("io.profiler.dataSourcePostProcessor")
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static SqlSourcePostProcessor<DataSource> profilerDataSourcePostProcessor(
            ConfigurableListableBeanFactory beanFactory, @Qualifier(LOG) SqlSourceLog log, Environment environment) {
        boolean parameters = environment.getProperty("profiler.sql.parameters", Boolean.class, false);
        DataSourceProxies proxies = new DataSourceProxies(new SqlSourceKinds(beanFactory), log, parameters);
        return new SqlSourcePostProcessor<>(DataSource.class, proxies::inFrontOf);
    }
}
