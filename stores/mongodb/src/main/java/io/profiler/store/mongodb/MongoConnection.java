// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.MongoClientException;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.MissingLibraryException;
import io.profiler.store.StoreOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * A client of the profiler's own, made when it is first needed: an application that nobody profiles holds no connection,
 * and a name server that is away does not keep it from starting.
 */
final class MongoConnection implements MongoAccess {

    /** Else the driver waits forever for a server that keeps the connection and says nothing. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

    private final ConnectionString connectionString;
    private final Duration connectTimeout;
    private final SeedList seedList;

    private @Nullable MongoClient client;
    private volatile @Nullable MongoOperations operations;
    private boolean closed;

    private MongoConnection(ConnectionString connectionString, StoreOptions options) {
        this.connectionString = connectionString;
        this.connectTimeout = options.connectTimeout();
        this.seedList = new SeedList(connectionString.value());
    }

    /**
     * @throws InvalidConnectionStringException if the driver cannot read it
     * @throws MissingLibraryException if it asks for something that needs a library which is missing
     */
    static MongoConnection to(ConnectionString connectionString, StoreOptions options) {
        try {
            MalformedString.requireEncoded(connectionString.value());
            DriverOptions.check(connectionString, readWithoutNameServer(connectionString.value()));
        } catch (IllegalArgumentException malformed) {
            throw new InvalidConnectionStringException("'" + connectionString + "' is not a MongoDB connection string: "
                    + MalformedString.fault(connectionString.value(), malformed.getMessage()));
        }
        return new MongoConnection(connectionString, options);
    }

    /** As if the name server named one server below the host. */
    private static com.mongodb.ConnectionString readWithoutNameServer(String value) {
        return new com.mongodb.ConnectionString(
                value,
                (name, type) -> type.equals("SRV")
                        ? List.of("0 0 27017 server." + name.replaceFirst("^[^.]*\\.[^.]*\\.", "") + ".")
                        : List.of());
    }

    /** The name server is asked outside of the lock, so that nobody who closes has to wait for it. */
    @Override
    public MongoOperations operations() {
        MongoOperations made = operations;
        return made == null ? operations(settings(seedList.resolve(connectTimeout), connectTimeout)) : made;
    }

    private synchronized MongoOperations operations(MongoClientSettings settings) {
        if (closed) {
            throw new MongoClientException("the connection is closed");
        }
        MongoOperations made = operations;
        if (made == null) {
            client = MongoClients.create(settings);
            made = new MongoTemplate(client, OsprofilerNames.DATABASE);
            operations = made;
        }
        return made;
    }

    /** What the connection string says comes last, and so counts. */
    static MongoClientSettings settings(com.mongodb.ConnectionString resolved, Duration connectTimeout) {
        long millis = connectTimeout.toMillis();
        return MongoClientSettings.builder()
                .applicationName("profiler")
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(millis, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(millis, TimeUnit.MILLISECONDS)
                        .readTimeout(READ_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS))
                .applyConnectionString(resolved)
                .build();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.close();
            BufferPruning.end();
        }
    }

    @Override
    public String toString() {
        return connectionString.toString();
    }
}
