// SPDX-License-Identifier: Apache-2.0
package io.profiler.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.point.TracePoint;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.test.NoContextLeft;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The same application with each driver: with Boot's pool, and straight from the driver. */
@ExtendWith(NoContextLeft.class)
class DriversTest {

    @TempDir
    static Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:drivers",
                "jdbc:hsqldb:mem:drivers",
                "jdbc:sqlite:FOLDER/pooled.db",
                "straight jdbc:h2:mem:straight;DB_CLOSE_DELAY=-1",
                "straight jdbc:hsqldb:mem:straight",
                "straight jdbc:sqlite:FOLDER/straight.db"
            })
    void tellsWhatATransactionDoes(String database) {
        String url = database.replace("straight ", "").replace("FOLDER", folder.toString());
        String type = database.startsWith("straight ")
                ? "org.springframework.jdbc.datasource.SimpleDriverDataSource"
                : "com.zaxxer.hikari.HikariDataSource";
        try (ConfigurableApplicationContext context = start(url, type)) {
            assertThat(context.getBean(DataSource.class).getClass().getName()).startsWith(type);
            JdbcTemplate template = context.getBean(JdbcTemplate.class);
            template.execute("create table book (id int primary key, title varchar(99))");

            work(context, template);

            List<TracePoint> points = context.getBean(CollectingSink.class).points();
            assertThat(points.stream()
                            .map(TracePoint::name)
                            .filter(name -> name.matches("db(\\.begin|\\.commit)?-start")))
                    .containsExactly("db.begin-start", "db-start", "db-start", "db.commit-start", "db-start");
            assertThat(points.stream()
                            .filter(point -> point.name().equals("db-stop"))
                            .map(TracePoint::info))
                    .satisfiesExactly(
                            batch -> assertThat(batch).containsEntry("db", Map.of("updated", 2L, "batch", 2)),
                            query -> assertThat(query).doesNotContainKeys("db", "etype"),
                            wrong -> assertThat(wrong).containsKeys("etype", "message"));
        }
    }

    private static void work(ConfigurableApplicationContext context, JdbcTemplate template) {
        TransactionTemplate transactions = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        try (ProfiledScope scope = context.getBean(Profiler.class).open(new TraceContext("base", "base", "key"))) {
            transactions.executeWithoutResult(status -> {
                template.batchUpdate(
                        "insert into book (id, title) values (?, ?)",
                        List.of(new Object[] {1, "Emma"}, new Object[] {2, "Persuasion"}));
                assertThat(template.queryForList("select title from book order by id", String.class))
                        .containsExactly("Emma", "Persuasion");
            });
            assertThatThrownBy(() -> template.queryForList("select nothing from nowhere"))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private static ConfigurableApplicationContext start(String url, String type) {
        return new SpringApplicationBuilder(Application.class, Collecting.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.main.banner-mode=off",
                        "--spring.main.register-shutdown-hook=false",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.type=" + type,
                        "--spring.data.jpa.repositories.enabled=false",
                        "--spring.flyway.enabled=false",
                        "--profiler.enabled=true",
                        "--profiler.hmac-keys=key");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration")
    static class Application {}
}
