// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.store;

import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceWriter;
import io.profiler.store.messaging.MessagingOptions;
import io.profiler.store.messaging.MessagingTraceStore;
import java.util.regex.Pattern;

/** A store in the application's RabbitMQ. */
record ApplicationRabbitStore(ApplicationRabbit rabbit) implements ApplicationStore {

    /** Without a host, but maybe with options. */
    private static final Pattern MESSAGING = Pattern.compile("(?i)(messaging(:/{0,3}(\\?.*)?)?)?");

    @Override
    public boolean isMeantBy(String connectionString) {
        return MESSAGING.matcher(connectionString).matches();
    }

    @Override
    public TraceWriter create(ConnectionString connectionString, StoreOptions options) {
        return new MessagingTraceStore(rabbit.broker(options.connectTimeout()), options(connectionString));
    }

    static MessagingOptions options(ConnectionString connectionString) {
        return connectionString.value().isEmpty() ? MessagingOptions.defaults() : MessagingOptions.of(connectionString);
    }
}
