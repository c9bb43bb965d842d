// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Where traces are stored. A bean of this type is used in place of {@code profiler.connection-string}: one of the
 * application's, or one that Spring Boot makes of a service of Docker Compose or a container of Testcontainers.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ProfilerConnectionDetails extends ConnectionDetails {

    /**
     * The connection string, as {@code profiler.connection-string} takes it. Asked for once, when the store is made.
     *
     * @return null or empty for the application's own MongoDB, else its RabbitMQ
     */
    @Nullable
    String getConnectionString();
}
