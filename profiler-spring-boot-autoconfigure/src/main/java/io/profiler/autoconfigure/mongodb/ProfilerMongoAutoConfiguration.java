// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.mongodb;

import com.mongodb.event.CommandListener;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * The commands that clients of Spring Boot send to MongoDB, in profiled requests.
 *
 * @since 0.1
 */
@AutoConfiguration
@ConditionalOnClass({MongoClientSettingsBuilderCustomizer.class, CommandListener.class})
@ConditionalOnBooleanProperty("profiler.enabled")
@ConditionalOnBooleanProperty(name = "profiler.trace-commands", matchIfMissing = true)
public final class ProfilerMongoAutoConfiguration {

    /** After those of the application, whose context of a command is kept. */
    @Bean("io.profiler.mongoCommands")
    @Order(Ordered.LOWEST_PRECEDENCE)
    MongoClientSettingsBuilderCustomizer profilerMongoCommands(Environment environment) {
        boolean parameters = environment.getProperty("profiler.commands.parameters", Boolean.class, false);
        CommandSpans spans = new CommandSpans(parameters);
        return settings -> CommandTracing.add(spans, settings);
    }
}
