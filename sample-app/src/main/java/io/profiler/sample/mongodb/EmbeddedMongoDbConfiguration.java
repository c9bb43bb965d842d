// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import io.profiler.sample.SampleProperties;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Starts a database, unless the application is told where one is. It stops when the beans are destroyed, so after every
 * lifecycle bean had its chance to write.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedMongoDbConfiguration.WithoutMongoDbUri.class)
@EnableScheduling
class EmbeddedMongoDbConfiguration {

    @Bean
    EmbeddedMongoDb embeddedMongoDb(SampleProperties properties) {
        SampleProperties.Mongodb mongodb = properties.mongodb();
        return EmbeddedMongoDb.start(mongodb.file(), mongodb.port());
    }

    @Bean
    MongoConnectionDetails embeddedMongoDbConnectionDetails(EmbeddedMongoDb embeddedMongoDb) {
        int port = embeddedMongoDb.address().getPort();
        return () -> new ConnectionString("mongodb://127.0.0.1:" + port);
    }

    @Bean
    ExpiredDocumentSweeper expiredDocumentSweeper(MongoClient client, Clock clock) {
        return new ExpiredDocumentSweeper(client, clock);
    }

    static final class WithoutMongoDbUri extends NoneNestedConditions {

        WithoutMongoDbUri() {
            super(ConfigurationPhase.PARSE_CONFIGURATION);
        }

        @ConditionalOnProperty("spring.mongodb.uri")
        static final class WithMongoDbUri {}
    }
}
