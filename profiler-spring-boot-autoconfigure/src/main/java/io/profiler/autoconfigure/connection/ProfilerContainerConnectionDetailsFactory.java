// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.connection;

import io.profiler.autoconfigure.ProfilerConnectionDetails;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;
import org.testcontainers.containers.Container;

/**
 * Stores traces in a container of Testcontainers with {@code @ServiceConnection(name = "profiler")}. One without that name
 * may be the application's own database, and whether traces go there is for the application to say.
 */
final class ProfilerContainerConnectionDetailsFactory
        extends ContainerConnectionDetailsFactory<Container<?>, ProfilerConnectionDetails> {

    ProfilerContainerConnectionDetailsFactory() {
        super("profiler");
    }

    @Override
    protected ProfilerConnectionDetails getContainerConnectionDetails(ContainerConnectionSource<Container<?>> source) {
        return new Details(source);
    }

    private static final class Details extends ContainerConnectionDetails<Container<?>>
            implements ProfilerConnectionDetails {

        Details(ContainerConnectionSource<Container<?>> source) {
            super(source);
        }

        /** A container has its ports when it has been started. */
        @Override
        public String getConnectionString() {
            Container<?> container = getContainer();
            return KnownStore.connectionString(
                    container.getDockerImageName(),
                    port -> new StoreContainer(
                            container.getHost(), container.getMappedPort(port), container.getEnvMap()));
        }
    }
}
