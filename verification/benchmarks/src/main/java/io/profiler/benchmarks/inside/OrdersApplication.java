// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.inside;

import io.profiler.autoconfigure.ProfilerAutoConfiguration;
import io.profiler.autoconfigure.aop.ProfilerAopAutoConfiguration;
import io.profiler.autoconfigure.jdbc.ProfilerJdbcAutoConfiguration;
import io.profiler.autoconfigure.servlet.ProfilerServletAutoConfiguration;
import io.profiler.autoconfigure.webmvc.ProfilerWebMvcAutoConfiguration;
import io.profiler.trace.TracedMethod;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.apache.coyote.AbstractProtocol;
import org.h2.tools.Server;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** Spring MVC on Tomcat with one thread, a service, a repository and SQL, with the profiler, and all requests recorded or none. */
final class OrdersApplication implements AutoCloseable {

    private final AnnotationConfigServletWebServerApplicationContext context =
            new AnnotationConfigServletWebServerApplicationContext();

    OrdersApplication(boolean recorded) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "benchmark",
                        Map.of(
                                "profiler.enabled", "true",
                                "profiler.hmac-keys", "benchmark",
                                "profiler.trace-wsgi-transport", "true",
                                "profiler.flight-recorder.enabled", String.valueOf(recorded))));
        context.register(
                Web.class,
                Orders.class,
                OrderService.class,
                OrderRepository.class,
                ProfilerAutoConfiguration.class,
                ProfilerServletAutoConfiguration.class,
                ProfilerWebMvcAutoConfiguration.class,
                ProfilerAopAutoConfiguration.class,
                ProfilerJdbcAutoConfiguration.class);
        context.refresh();
    }

    int port() {
        return Objects.requireNonNull(context.getWebServer(), "web server").getPort();
    }

    /** The thread that serves its requests. */
    long threadId() {
        return context.getBean(Orders.class).threadId.get();
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @Import(ForgettingSink.class)
    static class Web {

        @Bean
        TomcatServletWebServerFactory tomcat() {
            TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(0);
            tomcat.addConnectorCustomizers(connector -> {
                AbstractProtocol<?> protocol = (AbstractProtocol<?>) connector.getProtocolHandler();
                protocol.setMinSpareThreads(1);
                protocol.setMaxThreads(1);
            });
            return tomcat;
        }

        @Bean
        DispatcherServlet dispatcherServlet() {
            return new DispatcherServlet();
        }

        @Bean
        DispatcherServletRegistrationBean dispatcherServletRegistration(DispatcherServlet servlet) {
            return new DispatcherServletRegistrationBean(servlet, "/");
        }

        /** Behind a socket, as a database is. */
        @Bean(initMethod = "start", destroyMethod = "stop")
        Server database() throws SQLException {
            return Server.createTcpServer("-tcpPort", "0", "-ifNotExists");
        }

        @Bean
        DataSource dataSource(Server database) {
            return new SingleConnectionDataSource(
                    "jdbc:h2:tcp://127.0.0.1:" + database.getPort() + "/mem:" + database.getPort(), true);
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource dataSource) {
            JdbcTemplate jdbc = new JdbcTemplate(dataSource);
            jdbc.execute("create table item(id int primary key, name varchar)");
            jdbc.execute("insert into item select x, 'item ' || x from system_range(0, 999)");
            return jdbc;
        }
    }

    /** What is asked for. */
    @RestController
    static class Orders {

        final AtomicLong threadId = new AtomicLong();
        private final OrderService service;

        Orders(OrderService service) {
            this.service = service;
        }

        /** With SQL. */
        @GetMapping("/orders/{id}")
        List<String> order(@PathVariable int id) {
            return service.items(id);
        }

        /** Without SQL. */
        @GetMapping("/stock/{id}")
        List<String> stock(@PathVariable int id) {
            return service.stock(id);
        }

        /** The least that there is. */
        @GetMapping("/tiny")
        String tiny() {
            threadId.set(Thread.currentThread().getId());
            return TracedMethod.isThreadProfiled() ? "recorded" : "not recorded";
        }
    }

    /** Asks for each item. */
    @Service
    static class OrderService {

        private static final List<Integer> ITEMS = List.of(1, 2, 3, 4, 5);
        private static final List<Integer> STOCK = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9);
        private final OrderRepository repository;

        OrderService(OrderRepository repository) {
            this.repository = repository;
        }

        List<String> items(int order) {
            return ITEMS.stream().map(item -> repository.name(order + item)).toList();
        }

        List<String> stock(int shelf) {
            return STOCK.stream().map(item -> repository.inStock(shelf + item)).toList();
        }
    }

    /** Keeps them in H2. */
    @Repository
    static class OrderRepository {

        private final JdbcTemplate jdbc;

        OrderRepository(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        String inStock(int item) {
            return "item " + item;
        }

        String name(int item) {
            return String.valueOf(jdbc.queryForObject("select name from item where id = ?", String.class, item));
        }
    }
}
