// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.test.NoContextLeft;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.NameMatchMethodPointcut;
import org.springframework.aop.support.RootClassFilter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.EnableAspectJAutoProxy;
import org.springframework.context.annotation.Role;
import org.springframework.core.PriorityOrdered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** DataSources that are wanted before they, or the profiler, are ready. */
@ExtendWith({NoContextLeft.class, OutputCaptureExtension.class})
class EarlyDataSourcesTest {

    @Test
    void inACircleOfBeansItIsTracedForEverybody() {
        ProfiledContext.runner(User.class, Circular.class)
                .withAllowCircularReferences(true)
                .run(context -> {
                    User user = context.getBean(User.class);

                    SqlTrace trace = SqlTrace.of(context, () -> new JdbcTemplate(user.dataSource).execute("select 1"));

                    assertThat(trace.tree()).isEqualTo("db");
                    assertThat(user.dataSource).isSameAs(context.getBean(Circular.class));
                });
    }

    @Test
    void adviceOfTheApplicationsMakesNoDifference() {
        ProfiledContext.runner(User.class, Circular.class, Advised.class)
                .withAllowCircularReferences(true)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    DataSource dataSource = context.getBean(User.class).dataSource;

                    SqlTrace trace = SqlTrace.of(context, () -> new JdbcTemplate(dataSource).execute("select 1"));

                    assertThat(trace.tree()).isEqualTo("db");
                    assertThat(dataSource).isSameAs(context.getBean(Circular.class));
                    assertThat(context.getBean(Advised.class).connections).hasValue(1);
                });
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAspectJAutoProxy(proxyTargetClass = true)
    static class Advised {

        final AtomicInteger connections = new AtomicInteger();

        @Bean
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        DefaultPointcutAdvisor counting() {
            NameMatchMethodPointcut getConnection = new NameMatchMethodPointcut();
            getConnection.setMappedName("getConnection");
            getConnection.setClassFilter(new RootClassFilter(DataSource.class));
            return new DefaultPointcutAdvisor(getConnection, (MethodInterceptor) invocation -> {
                connections.incrementAndGet();
                return invocation.proceed();
            });
        }
    }

    @Test
    void whereAPostProcessorNeedsItItStaysUntracedAndIsTold(CapturedOutput output) {
        ProfiledContext.runner(Greedy.class).run(context -> {
            SqlTrace trace = SqlTrace.of(
                    context, () -> new JdbcTemplate(context.getBean(SimpleDriverDataSource.class)).execute("select 1"));

            assertThat(trace.wholeTree()).isEmpty();
            assertThat(output)
                    .containsOnlyOnce("SQL of the DataSource 'dataSource'"
                            + " (org.springframework.jdbc.datasource.SimpleDriverDataSource) is not traced, because it was"
                            + " made before the profiler could stand in for it");
        });
    }

    static class User {

        @Autowired
        Circular dataSource;
    }

    static class Circular extends SimpleDriverDataSource {

        @Autowired
        User user;

        Circular() {
            super(new org.h2.Driver(), Databases.url());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Greedy {

        @Bean
        static SimpleDriverDataSource dataSource() {
            return new SimpleDriverDataSource(new org.h2.Driver(), Databases.url());
        }

        @Bean
        static BeanPostProcessor greedy(SimpleDriverDataSource dataSource) {
            return new GreedyProcessor(dataSource);
        }
    }

    private record GreedyProcessor(SimpleDriverDataSource dataSource) implements BeanPostProcessor, PriorityOrdered {

        @Override
        public int getOrder() {
            return 0;
        }
    }
}
