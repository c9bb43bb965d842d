// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.r2dbc;

import io.profiler.autoconfigure.SqlSourceKinds;
import io.profiler.autoconfigure.SqlSourceLog;
import io.profiler.autoconfigure.SqlSourcePostProcessor;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;
import reactor.core.publisher.Flux;

/**
 * What the connections of each R2DBC connection factory are used for, in profiled requests alone: all others get the
 * connections that they would get without the profiler.
 *
 * @since 0.1
 */
@AutoConfiguration
@ConditionalOnClass({ConnectionFactory.class, Flux.class})
@ConditionalOnBooleanProperty("profiler.enabled")
@ConditionalOnBooleanProperty(name = "profiler.trace-sql", matchIfMissing = true)
public final class ProfilerR2dbcAutoConfiguration {

    private static final String LOG = "io.profiler.connectionFactoryLog";

    @Bean(LOG)
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static SqlSourceLog profilerConnectionFactoryLog(ConfigurableListableBeanFactory beanFactory) {
        return new SqlSourceLog(beanFactory, ConnectionFactory.class, ConnectionFactoryProxies::isTraced);
    }

    @Bean("io.profiler.connectionFactoryPostProcessor")
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static SqlSourcePostProcessor<ConnectionFactory> profilerConnectionFactoryPostProcessor(
            ConfigurableListableBeanFactory beanFactory, @Qualifier(LOG) SqlSourceLog log, Environment environment) {
        boolean parameters = environment.getProperty("profiler.sql.parameters", Boolean.class, false);
        ConnectionFactoryProxies proxies =
                new ConnectionFactoryProxies(new SqlSourceKinds(beanFactory), log, parameters);
        return new SqlSourcePostProcessor<>(ConnectionFactory.class, proxies::inFrontOf);
    }
}
