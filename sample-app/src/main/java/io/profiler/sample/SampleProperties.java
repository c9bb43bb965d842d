// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the sample.
 *
 * @param pooling whether queues are placed on pools; without, there are no pools and no flavors
 * @param defaultProject project of a request without {@code X-Project-Id}; empty: such a request is refused
 * @param defaultClientId client of a request without {@code Client-ID}; empty: such a request is refused
 * @param defaultRoles roles of a request without {@code X-Roles}
 * @param signedUrlKey what signed URLs are signed with; empty: a random key, which is forgotten when the sample stops
 * @param mongodb the embedded database, which is only started when {@code spring.mongodb.uri} is not set
 */
@ConfigurationProperties("sample")
public record SampleProperties(
        @DefaultValue("true") boolean pooling,
        @Nullable String defaultProject,
        @Nullable String defaultClientId,
        @DefaultValue List<String> defaultRoles,
        @Nullable String signedUrlKey,
        @DefaultValue Mongodb mongodb) {

    /**
     * The embedded database.
     *
     * @param file where it keeps its data
     * @param port where it listens, on the loopback interface; 0 for any free port
     */
    public record Mongodb(
            @DefaultValue("data/sample-mongodb.mv") Path file,
            @DefaultValue("27017") int port) {}
}
