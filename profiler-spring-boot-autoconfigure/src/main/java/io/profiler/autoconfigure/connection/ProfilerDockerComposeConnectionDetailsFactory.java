// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.connection;

import io.profiler.autoconfigure.ProfilerConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionDetailsFactory;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;

/**
 * Stores traces in a service of Docker Compose with the label {@code org.springframework.boot.service-connection} of {@code
 * profiler}. The label also keeps it from being taken for the application's own.
 */
final class ProfilerDockerComposeConnectionDetailsFactory
        extends DockerComposeConnectionDetailsFactory<ProfilerConnectionDetails> {

    ProfilerDockerComposeConnectionDetailsFactory() {
        super("profiler");
    }

    @Override
    protected @Nullable ProfilerConnectionDetails getDockerComposeConnectionDetails(
            DockerComposeConnectionSource source) {
        return new Details(source.getRunningService());
    }

    private static final class Details extends DockerComposeConnectionDetails implements ProfilerConnectionDetails {

        private final RunningService service;

        Details(RunningService service) {
            super(service);
            this.service = service;
        }

        /** Not before somebody asks: with the profiler off, no service can be wrong. */
        @Override
        public String getConnectionString() {
            return KnownStore.connectionString(
                    service.image().toString(),
                    port -> new StoreContainer(service.host(), service.ports().get(port), service.env()));
        }
    }
}
