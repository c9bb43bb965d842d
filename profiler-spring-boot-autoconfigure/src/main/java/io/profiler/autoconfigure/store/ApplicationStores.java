// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.store;

import com.mongodb.client.MongoClient;
import com.rabbitmq.client.Channel;
import io.profiler.store.messaging.MessagingTraceStore;
import io.profiler.store.mongodb.MongoTraceStore;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.core.MongoOperations;

/** The stores that an application has anyway: its MongoDB, else its RabbitMQ. */
@Configuration(proxyBeanMethods = false)
class ApplicationStores {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({MongoTraceStore.class, MongoClient.class, MongoOperations.class})
    static class MongoConfiguration {

        @Bean("io.profiler.mongoApplicationStore")
        @Order(0)
        @ConditionalOnSingleCandidate(MongoClient.class)
        ApplicationStore mongoApplicationStore(ObjectProvider<MongoClient> client) {
            return new ApplicationMongoStore(client);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({MessagingTraceStore.class, ConnectionFactory.class, Channel.class})
    static class RabbitConfiguration {

        @Bean("io.profiler.applicationRabbit")
        @ConditionalOnSingleCandidate(ConnectionFactory.class)
        ApplicationRabbit profilerApplicationRabbit(ConfigurableListableBeanFactory beans) {
            return new ApplicationRabbit(beans);
        }

        @Bean("io.profiler.rabbitApplicationStore")
        @Order(1)
        @ConditionalOnSingleCandidate(ConnectionFactory.class)
        ApplicationStore rabbitApplicationStore(ApplicationRabbit rabbit) {
            return new ApplicationRabbitStore(rabbit);
        }
    }
}
