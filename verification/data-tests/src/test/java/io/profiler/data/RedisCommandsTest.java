// SPDX-License-Identifier: Apache-2.0
package io.profiler.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.servers.LocalRedis;
import io.profiler.test.NoContextLeft;
import io.profiler.trace.Profiler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

@ExtendWith(NoContextLeft.class)
class RedisCommandsTest {

    @RegisterExtension
    static final LocalRedis server = new LocalRedis();

    private static RunningApplication application;
    private static StringRedisTemplate redis;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(
                List.of(StoresApplication.class, Collecting.class), "spring.data.redis.port=" + server.port());
        redis = application.bean(StringRedisTemplate.class);
    }

    private static RunningApplication another(int port, String... more) {
        String[] properties = Stream.concat(Stream.of("spring.data.redis.port=" + port), Stream.of(more))
                .toArray(String[]::new);
        return RunningApplication.startWithoutServer(
                List.of(StoresApplication.class, Collecting.class, Waiting.class), properties);
    }

    /** The connection factory has no client before the application starts. */
    @Configuration(proxyBeanMethods = false)
    static class Waiting {

        @Bean
        static BeanPostProcessor waiting() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessBeforeInitialization(Object bean, String beanName) {
                    if (bean instanceof LettuceConnectionFactory connections) {
                        connections.setEarlyStartup(false);
                    }
                    return bean;
                }
            };
        }
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void eachCommandIsASpanWithoutKeysAndValues() throws Exception {
        Spans spans = application.profile(() -> {
            redis.opsForValue().set("user:jane", "Austen");
            assertThat(redis.opsForValue().get("user:jane")).isEqualTo("Austen");
            redis.opsForHash().put("book:1", "title", "Emma");
        });

        assertThat(spans.tree()).isEqualTo("db db db");
        assertThat(spans.commands())
                .containsExactly(
                        Map.of("statement", "SET", "system", "redis"),
                        Map.of("statement", "GET", "system", "redis"),
                        Map.of("statement", "HSET", "system", "redis"));
        assertThat(spans.starts().toString()).doesNotContain("jane", "Austen", "Emma");
    }

    @Test
    void whatIsRefusedEndsWithTypeAndMessage() throws Exception {
        redis.opsForValue().set("text", "a");

        Spans wrong = application.profile(() ->
                assertThatThrownBy(() -> redis.opsForHash().get("text", "a")).isInstanceOf(RedisSystemException.class));
        Spans unknown = application.profile(() -> assertThatThrownBy(() -> redis.execute((RedisCallback<Object>)
                        connection -> connection.execute("UNHEARD", "a".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(RuntimeException.class));

        assertThat(wrong.end())
                .containsEntry("etype", "io.lettuce.core.RedisCommandExecutionException")
                .extractingByKey("message")
                .asString()
                .startsWith("WRONGTYPE");
        assertThat(unknown.statements()).containsExactly("UNHEARD");
        assertThat(unknown.end()).containsKeys("etype", "message");
    }

    @Test
    void commandsOfAPipelineAreAllThere() throws Exception {
        Spans spans = application.profile(() -> redis.executePipelined((RedisCallback<Object>) connection -> {
            connection.stringCommands().incr("counter".getBytes(StandardCharsets.UTF_8));
            connection.stringCommands().incr("counter".getBytes(StandardCharsets.UTF_8));
            return null;
        }));

        assertThat(spans.statements()).containsExactly("INCR", "INCR");
    }

    @Test
    void reactiveCommandsAreBelowWhatTheyAreSubscribedToIn() {
        Spans spans = application.profile("/redis/a");

        assertThat(spans.tree()).isEqualTo("wsgi(controller(db db))");
        assertThat(spans.statements()).containsExactly("SET", "GET");
    }

    @Test
    void concurrentCommandsAreAllThere() {
        Spans spans = application.profile("/concurrent/redis/1000");

        assertThat(spans.below(spans.starts("controller").get(0))).hasSize(1000);
        assertThat(spans.starts("db")).hasSize(1000);
        assertThat(application.addedUnprofiled("/concurrent/redis/100")).isZero();
    }

    @Test
    void aConnectionThatIsRefusedIsTheApplicationsToHandle() throws Exception {
        try (RunningApplication disconnected = another(1)) {
            StringRedisTemplate nowhere = disconnected.bean(StringRedisTemplate.class);

            Spans spans = disconnected.profile(() -> {
                assertThatThrownBy(() -> nowhere.opsForValue().get("a"))
                        .isInstanceOf(RedisConnectionFailureException.class);
                disconnected.bean(Profiler.class).start("after").stop();
            });

            assertThat(spans.tree()).isEqualTo("after");
        }
    }

    @Test
    void keysAndValuesAreShownOnRequestAloneAndAClientThatIsMadeLateOrAnewIsListenedTo() throws Exception {
        try (RunningApplication showing = another(server.port(), "profiler.commands.parameters=true")) {
            StringRedisTemplate template = showing.bean(StringRedisTemplate.class);
            Spans late = showing.profile(() -> template.opsForValue().get("user:june"));
            assertThat(late.statements()).containsExactly("GET");
            restart(
                    showing.bean(LettuceConnectionFactory.class),
                    showing.context().getBean("io.profiler.redisClients", SmartLifecycle.class));

            Spans spans = showing.profile(() -> template.opsForValue().get("user:jane"));

            assertThat(spans.statements()).containsExactly("GET");
            assertThat(spans.commands().get(0).get("params").toString()).contains("user:jane");
        }
    }

    private static void restart(SmartLifecycle connections, SmartLifecycle listening) {
        assertThat(listening.getPhase()).isGreaterThan(connections.getPhase());
        listening.stop();
        connections.stop();
        connections.start();
        listening.start();
    }

    @Test
    void commandsAreNotTracedWhereThatIsOff() throws Exception {
        try (RunningApplication off = another(server.port(), "profiler.trace-commands=false")) {
            Spans spans = off.profile(() -> {
                off.bean(StringRedisTemplate.class).opsForValue().get("a");
                off.bean(Profiler.class).start("after").stop();
            });

            assertThat(spans.tree()).isEqualTo("after");
        }
    }
}
