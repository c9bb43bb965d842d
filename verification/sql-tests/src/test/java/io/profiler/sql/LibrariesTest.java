// SPDX-License-Identifier: Apache-2.0
package io.profiler.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.test.NoContextLeft;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Libraries that are built on a DataSource, on tables that Flyway has made at start. */
@ExtendWith(NoContextLeft.class)
class LibrariesTest {

    private final ConfigurableApplicationContext context = new SpringApplicationBuilder(
                    Application.class, Collecting.class)
            .web(WebApplicationType.NONE)
            .run(
                    "--spring.main.banner-mode=off",
                    "--spring.main.register-shutdown-hook=false",
                    "--spring.flyway.locations=classpath:db/books",
                    "--spring.data.jpa.repositories.enabled=false",
                    "--profiler.enabled=true",
                    "--profiler.hmac-keys=key");

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void jooq() {
        DSLContext jooq = DSL.using(context.getBean(DataSource.class), SQLDialect.H2);

        try (ProfiledScope scope = open()) {
            jooq.insertInto(DSL.table("book"), DSL.field("id"), DSL.field("title"))
                    .values(1, "Emma")
                    .execute();
            assertThat(jooq.fetchValue("select title from book")).isEqualTo("Emma");
        }

        assertThat(statements())
                .containsExactly("insert into book (id, title) values (?, ?)", "select title from book");
    }

    @Test
    void myBatis() {
        Environment environment =
                new Environment("test", new JdbcTransactionFactory(), context.getBean(DataSource.class));
        var configuration = new org.apache.ibatis.session.Configuration(environment);
        configuration.addMapper(Books.class);
        SqlSessionFactory sessions = new SqlSessionFactoryBuilder().build(configuration);

        try (ProfiledScope scope = open();
                SqlSession session = sessions.openSession()) {
            Books books = session.getMapper(Books.class);
            assertThat(books.add(1, "Emma")).isEqualTo(1);
            assertThat(books.titles()).containsExactly("Emma");
            session.commit();
        }

        assertThat(statements())
                .containsExactly("insert into book (id, title) values (?, ?)", "select title from book");
        assertThat(names()).contains("db.begin-start", "db.commit-start");
    }

    private ProfiledScope open() {
        return context.getBean(Profiler.class).open(new TraceContext("base", "base", "key"));
    }

    private List<String> names() {
        return context.getBean(CollectingSink.class).names();
    }

    private List<Object> statements() {
        return context.getBean(CollectingSink.class).points().stream()
                .filter(point -> point.name().equals("db-start"))
                .<Object>map(LibrariesTest::statement)
                .toList();
    }

    private static Object statement(TracePoint point) {
        return ((Map<?, ?>) point.info().get("db")).get("statement");
    }

    interface Books {

        @Insert("insert into book (id, title) values (#{id}, #{title})")
        int add(@Param("id") int id, @Param("title") String title);

        @Select("select title from book")
        List<String> titles();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration")
    static class Application {}
}
