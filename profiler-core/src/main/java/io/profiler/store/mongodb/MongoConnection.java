// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoConfigurationException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.StoreOptions;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * A client of the profiler's own, made when it is first needed: an application that nobody profiles holds no connection,
 * and a name server that is away does not keep it from starting.
 */
final class MongoConnection implements MongoAccess {

    private final ConnectionString connectionString;
    private final StoreOptions options;

    private @Nullable MongoClient client;
    private @Nullable MongoOperations operations;

    private MongoConnection(ConnectionString connectionString, StoreOptions options) {
        this.connectionString = connectionString;
        this.options = options;
    }

    /**
     * @throws InvalidConnectionStringException if the driver cannot read it
     */
    static MongoConnection to(ConnectionString connectionString, StoreOptions options) {
        try {
            parse(connectionString);
        } catch (MongoConfigurationException unresolved) {
            // The name server does not answer: that is not the string's fault, and may pass.
        } catch (IllegalArgumentException malformed) {
            throw new InvalidConnectionStringException("'" + connectionString + "' is not a MongoDB connection string: "
                    + withoutSecrets(malformed.getMessage()));
        }
        return new MongoConnection(connectionString, options);
    }

    private static com.mongodb.ConnectionString parse(ConnectionString connectionString) {
        return new com.mongodb.ConnectionString(connectionString.value());
    }

    /** The driver's messages end in the part of the string that it could not read. */
    private static String withoutSecrets(@Nullable String message) {
        return message == null ? "" : message.replaceAll("[^\\s'\"]*[@=][^\\s'\"]*", "***");
    }

    @Override
    public synchronized MongoOperations operations() {
        if (operations == null) {
            client = MongoClients.create(settings());
            operations = new MongoTemplate(client, OsprofilerNames.DATABASE);
        }
        return operations;
    }

    private MongoClientSettings settings() {
        com.mongodb.ConnectionString parsed = parse(connectionString);
        long timeoutMillis = options.connectTimeout().toMillis();
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applicationName("profiler")
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(timeoutMillis, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout((int) timeoutMillis, TimeUnit.MILLISECONDS));
        return settings.applyConnectionString(parsed).build();
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
    }

    @Override
    public String toString() {
        return connectionString.toString();
    }
}
