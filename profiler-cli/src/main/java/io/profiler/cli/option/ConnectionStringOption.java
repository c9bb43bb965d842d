// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.option;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.Environment;
import io.profiler.cli.console.Progress;
import io.profiler.cli.console.Remarks;
import io.profiler.store.ConnectionString;
import io.profiler.store.OpenedStores;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStores;
import io.profiler.store.messaging.TracePointQueue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says which store to read. */
public final class ConnectionStringOption {

    public static final String VARIABLE = "OSPROFILER_CONNECTION_STRING";

    /** Leaves room to start on a busy machine and still answer within five seconds; the string may ask for more. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    /** For what runs unattended, perhaps from the start of a busy machine: nobody waits for the answer. */
    private static final Duration PATIENT_CONNECT_TIMEOUT = Duration.ofSeconds(10);

    @Option(
            names = "--connection-string",
            paramLabel = "STRING",
            description = {
                "Where traces are stored, such as",
                "mongodb://localhost:27017; by default the value of the environment variable",
                VARIABLE + "."
            })
    private @Nullable String given;

    @Mixin
    private final TransportUrlOption transportUrl = new TransportUrlOption();

    @Mixin
    private final StorePathOption storePath = new StorePathOption();

    /**
     * Opens what is to be read, without connecting.
     *
     * @throws CommandFailure if there is no connection string, or no jar where stores are said to be
     */
    public StoredTraces open(Environment environment, Remarks remarks) {
        return new StoredTraces(openAll(environment), doing -> Progress.of(doing, environment, remarks));
    }

    /**
     * Opens all stores without connecting; a database that is missing stays so.
     *
     * @throws CommandFailure if there is no connection string
     */
    public OpenedStores openAll(Environment environment) {
        storePath.use(environment);
        return TraceStores.openAll(
                transportUrl.inPlaceOf(connectionString(environment), environment),
                new StoreOptions(false, null, CONNECT_TIMEOUT, true));
    }

    /**
     * Opens stores to write to, whatever the transport URL, without connecting.
     *
     * @throws CommandFailure if there is no connection string, or no jar where stores are said to be
     */
    public OpenedStores openForWriting(
            Environment environment, boolean filterErrorTrace, @Nullable Duration retention) {
        storePath.use(environment);
        return TraceStores.openAll(
                connectionString(environment), new StoreOptions(filterErrorTrace, retention, PATIENT_CONNECT_TIMEOUT));
    }

    /** The queue that the transport URL names, without connecting. */
    public TracePointQueue queue(Environment environment) {
        return TracePointQueue.at(
                transportUrl.inPlaceOf(new ConnectionString("messaging://"), environment), PATIENT_CONNECT_TIMEOUT);
    }

    /** Whether there is one. */
    public boolean isGiven(Environment environment) {
        String value = value(environment);
        return value != null && !value.isEmpty();
    }

    private @Nullable String value(Environment environment) {
        return given == null ? environment.variable(VARIABLE) : given;
    }

    private ConnectionString connectionString(Environment environment) {
        String value = value(environment);
        if (value == null || value.isEmpty()) {
            throw new CommandFailure("where are the traces? Give --connection-string, or set " + VARIABLE);
        }
        return new ConnectionString(value);
    }
}
