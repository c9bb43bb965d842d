// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.store;

import com.mongodb.client.MongoClient;
import io.profiler.autoconfigure.ProfilerAutoConfiguration;
import io.profiler.autoconfigure.ProfilerProperties;
import io.profiler.point.TracePointSink;
import io.profiler.store.TraceStore;
import io.profiler.store.mongodb.MongoTraceStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** The store that {@code profiler.connection-string} names, or else one on the application's own connections. */
@AutoConfiguration(
        before = ProfilerAutoConfiguration.class,
        afterName = "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration")
@ConditionalOnBooleanProperty("profiler.enabled")
public final class ProfilerStoreAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean({TraceStore.class, TracePointSink.class})
    TraceStore profilerTraceStore(ProfilerProperties properties, ObjectProvider<ApplicationStore> applicationStores) {
        String connectionString = properties.connectionString();
        return connectionString == null || connectionString.isBlank()
                ? ConfiguredStores.ofApplication(applicationStores.orderedStream(), properties.storeOptions())
                : ConfiguredStores.at(connectionString, properties.storeOptions());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({MongoClient.class, MongoOperations.class})
    static class MongoConfiguration {

        @Bean
        @ConditionalOnSingleCandidate(MongoClient.class)
        ApplicationStore mongoApplicationStore(ObjectProvider<MongoClient> client) {
            return options -> MongoTraceStore.using(client.getObject(), options);
        }
    }
}
