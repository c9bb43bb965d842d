// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import io.profiler.autoconfigure.jdbc.Databases.Pooled;
import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.test.NoContextLeft;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith({NoContextLeft.class, OutputCaptureExtension.class})
class DataSourcesTest {

    @ParameterizedTest
    @CsvSource({
        "routing, pool",
        "lazy, lazy",
        "transactionAware, transactionAware",
        "embedded, embedded",
        "simple, simple",
        "byInterface, byInterface",
        "lambda, pool",
        "foreign, foreign",
        "pool, pool"
    })
    void aStatementIsOneSpanWhateverTheDataSourceIs(String bean, String source) {
        ProfiledContext.runner(All.class).run(context -> {
            JdbcTemplate template = new JdbcTemplate(context.getBean(bean, DataSource.class));
            TransactionTemplate transactions =
                    new TransactionTemplate(new DataSourceTransactionManager(template.getDataSource()));

            SqlTrace plain = SqlTrace.of(context, () -> template.execute("select 1"));
            SqlTrace prepared = SqlTrace.of(context, () -> template.queryForList("select 1 where 1 = ?", 1));
            SqlTrace transaction = SqlTrace.of(
                    context,
                    () -> transactions.executeWithoutResult(
                            status -> template.queryForList("select 1 where 1 = ?", 1)));

            assertThat(plain.tree()).isEqualTo("db");
            assertThat(prepared.statement()).isEqualTo(Map.of("statement", "select 1 where 1 = ?", "source", source));
            assertThat(transaction.tree()).isEqualTo("db.begin db db.commit");
        });
    }

    @Test
    void aRequestThatIsNotProfiledGetsTheDriversOwnConnection() {
        ProfiledContext.runner(All.class).run(context -> {
            try (Connection simple = context.getBean("simple", DataSource.class).getConnection();
                    Connection pooled = context.getBean(HikariDataSource.class).getConnection()) {
                assertThat(simple.getClass().getName()).isEqualTo("org.h2.jdbc.JdbcConnection");
                assertThat(pooled.getClass().getName()).isEqualTo("com.zaxxer.hikari.pool.HikariProxyConnection");
            }
        });
    }

    @Test
    void aPoolStaysWhatItIs() {
        ProfiledContext.runner(Pooled.class).run(context -> {
            HikariDataSource pool = context.getBean(HikariDataSource.class);
            HikariDataSource target = (HikariDataSource) AopProxyUtils.getSingletonTarget(pool);
            assertThat(target).isNotNull().isNotSameAs(pool);

            pool.setMaximumPoolSize(7);
            assertThat(new DirectFieldAccessor(pool).getPropertyValue("pool")).isNull();
            SqlTrace.of(context, () -> pool.getConnection().close());

            assertThat(target.getMaximumPoolSize()).isEqualTo(7);
            assertThat(new DirectFieldAccessor(pool).getPropertyValue("pool"))
                    .isNotNull()
                    .isSameAs(new DirectFieldAccessor(target).getPropertyValue("pool"));
            assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isPositive();
            assertThat(pool.unwrap(HikariDataSource.class)).isSameAs(pool);
            assertThat(pool.unwrap(HikariConfigMXBean.class)).isSameAs(pool);
            assertThat(pool.isWrapperFor(HikariDataSource.class)).isTrue();
            context.close();
            assertThat(target.isClosed()).isTrue();
            assertThat(pool.isClosed()).isTrue();
        });
    }

    @Test
    void aDataSourceKnowsItsConnectionsWhenItIsAskedAboutThem() {
        ProfiledContext.runner(Single.class).run(context -> {
            SingleConnectionDataSource single = context.getBean(SingleConnectionDataSource.class);
            HikariDataSource pool = context.getBean(HikariDataSource.class);
            JdbcTemplate template = new JdbcTemplate(single);

            SqlTrace trace = SqlTrace.of(context, () -> {
                template.execute("select 1");
                template.execute("select 2");
                Connection evicted = pool.getConnection();
                assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isEqualTo(1);
                pool.evictConnection(evicted);
                assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
            });

            assertThat(trace.statements()).containsExactly("select 1", "select 2");
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Single {

        /** Whoever gives its connection back must not close it. */
        @Bean
        SingleConnectionDataSource single() {
            return new SingleConnectionDataSource(Databases.url(), false);
        }

        @Bean
        HikariDataSource pool() {
            return Databases.pool();
        }
    }

    @Test
    void aPoolOverAnotherDataSourceKeepsTheDriversOwnConnections() {
        ProfiledContext.runner(PoolOverAnother.class).run(context -> {
            HikariDataSource pool = context.getBean(HikariDataSource.class);

            SqlTrace first = SqlTrace.of(context, () -> new JdbcTemplate(pool).execute("select 1"));

            assertThat(first.statement()).isEqualTo(Map.of("statement", "select 1", "source", "pool"));
            try (Connection unprofiled = pool.getConnection()) {
                assertThat(new DirectFieldAccessor(unprofiled).getPropertyValue("delegate"))
                        .isInstanceOf(JdbcConnection.class);
            }
        });
    }

    /** Such a pool makes its first connection on the thread that asks for one. */
    @Configuration(proxyBeanMethods = false)
    static class PoolOverAnother {

        @Bean
        DataSource raw() {
            return new SimpleDriverDataSource(new org.h2.Driver(), Databases.url());
        }

        @Bean
        HikariDataSource pool(@Qualifier("raw") DataSource raw) {
            HikariDataSource pool = new HikariDataSource();
            pool.setDataSource(raw);
            pool.setMaximumPoolSize(1);
            return pool;
        }
    }

    @Test
    void finalMethodsOfARoutingDataSourceReadWhatItRoutesTo() {
        ProfiledContext.runner(All.class).run(context -> {
            AbstractRoutingDataSource routing = context.getBean("routing", AbstractRoutingDataSource.class);

            assertThat(routing.getResolvedDataSources()).containsOnlyKeys("pool", "embedded");
            assertThat(routing.getResolvedDefaultDataSource()).isSameAs(context.getBean("pool"));
        });
    }

    @Test
    void aFinalClassThatIsKnownByItsNameStaysUntracedAndIsTold(CapturedOutput output) {
        ProfiledContext.runner(FinalClass.class).run(context -> {
            JdbcDataSource dataSource = context.getBean(JdbcDataSource.class);

            SqlTrace trace = SqlTrace.of(context, () -> new JdbcTemplate(dataSource).execute("select 1"));

            assertThat(trace.wholeTree()).isEmpty();
            assertThat(output)
                    .containsOnlyOnce("SQL of the DataSource 'dataSource' (org.h2.jdbcx.JdbcDataSource) is not traced,"
                            + " because its class is final");
        });
    }

    @Test
    void whoeverPromisesConnectionsOfAClassGivesThem(CapturedOutput output) {
        ProfiledContext.runner(Promising.class).run(context -> {
            OfClass named = context.getBean(OfClass.class);
            OfClassForUsers mixed = context.getBean(OfClassForUsers.class);

            SqlTrace ofNamed = SqlTrace.of(context, () -> {
                try (JdbcConnection connection = named.getConnection()) {
                    connection.createStatement().execute("select 1");
                }
            });
            SqlTrace ofMixed = SqlTrace.of(context, () -> {
                try (JdbcConnection connection = mixed.getConnection("", "")) {
                    connection.createStatement().execute("select 1");
                }
                new JdbcTemplate(mixed).execute("select 2");
            });
            SqlTrace byInterface = SqlTrace.of(
                    context,
                    () -> new JdbcTemplate(context.getBean("byInterface", DataSource.class)).execute("select 3"));

            assertThat(ofNamed.tree()).isEmpty();
            assertThat(ofMixed.statements()).containsExactly("select 2");
            assertThat(byInterface.statements()).containsExactly("select 3");
            assertThat(output)
                    .containsOnlyOnce("SQL of the DataSource 'named' (" + OfClass.class.getName() + ") is not traced,"
                            + " because its method 'getConnection' gives no connection but that of the class"
                            + " org.h2.jdbc.JdbcConnection");
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Promising {

        @Bean
        OfClass named() {
            return new OfClass();
        }

        @Bean
        OfClassForUsers mixed() {
            return new OfClassForUsers();
        }

        @Bean
        DataSource byInterface() {
            return new OfClass();
        }
    }

    public static class OfClass extends SimpleDriverDataSource {

        OfClass() {
            super(new org.h2.Driver(), Databases.url());
        }

        @Override
        public JdbcConnection getConnection() throws SQLException {
            return (JdbcConnection) super.getConnection();
        }
    }

    /** As SQLite's. */
    public static class OfClassForUsers extends SimpleDriverDataSource {

        OfClassForUsers() {
            super(new org.h2.Driver(), Databases.url());
        }

        @Override
        public JdbcConnection getConnection(String username, String password) throws SQLException {
            return (JdbcConnection) super.getConnection(username, password);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class FinalClass {

        @Bean
        JdbcDataSource dataSource() {
            return All.finalClass();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class All {

        private static JdbcDataSource finalClass() {
            JdbcDataSource dataSource = new JdbcDataSource();
            dataSource.setURL(Databases.url());
            return dataSource;
        }

        @Bean
        HikariDataSource pool() {
            return Databases.pool();
        }

        @Bean
        EmbeddedDatabase embedded() {
            return new EmbeddedDatabaseBuilder()
                    .setType(EmbeddedDatabaseType.H2)
                    .generateUniqueName(true)
                    .build();
        }

        @Bean
        SimpleDriverDataSource simple() {
            return new SimpleDriverDataSource(new org.h2.Driver(), Databases.url());
        }

        @Bean
        DataSource byInterface() {
            return finalClass();
        }

        @Bean
        LazyConnectionDataSourceProxy lazy(@Qualifier("pool") DataSource pool) {
            return new LazyConnectionDataSourceProxy(pool);
        }

        @Bean
        TransactionAwareDataSourceProxy transactionAware(@Qualifier("pool") DataSource pool) {
            return new TransactionAwareDataSourceProxy(pool);
        }

        /** By the library that we use as well. */
        @Bean
        DataSource foreign(@Qualifier("pool") DataSource pool) {
            return ProxyDataSourceBuilder.create(pool).countQuery().build();
        }

        @Bean
        DataSource lambda(@Qualifier("pool") DataSource pool) {
            return (DataSource) java.lang.reflect.Proxy.newProxyInstance(
                    All.class.getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (proxy, method, arguments) -> method.invoke(pool, arguments));
        }

        @Bean
        DataSource routing(@Qualifier("pool") DataSource pool, @Qualifier("embedded") DataSource embedded) {
            AbstractRoutingDataSource routing = new AbstractRoutingDataSource() {
                @Override
                protected Object determineCurrentLookupKey() {
                    return "pool";
                }
            };
            routing.setTargetDataSources(Map.of("pool", pool, "embedded", embedded));
            routing.setDefaultTargetDataSource(pool);
            return routing;
        }
    }
}
