// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.redis;

import io.lettuce.core.AbstractRedisClient;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * The commands that Lettuce's clients and Spring Data's connections by Lettuce send to Redis, in profiled requests.
 *
 * @since 0.1
 */
@AutoConfiguration
@ConditionalOnClass({AbstractRedisClient.class, LettuceConnectionFactory.class})
@ConditionalOnBooleanProperty("profiler.enabled")
@ConditionalOnBooleanProperty(name = "profiler.trace-commands", matchIfMissing = true)
public final class ProfilerRedisAutoConfiguration {

    @Bean("io.profiler.redisClients")
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static RedisClients profilerRedisClients(Environment environment) {
        return new RedisClients(
                new CommandSpans(environment.getProperty("profiler.commands.parameters", Boolean.class, false)));
    }
}
