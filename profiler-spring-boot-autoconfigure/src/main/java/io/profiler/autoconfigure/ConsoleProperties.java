// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code profiler.console.*}.
 *
 * @param relay Whether the console, where the endpoints have a port of their own, has its requests sent by the application
 *     to its own port. Only what is signed by one of the keys is sent.
 * @param relayedHeaders Names of headers that are sent so besides those of usual clients: such as the application has a use
 *     for, and no proxy sets.
 * @since 0.1
 */
@ConfigurationProperties("profiler.console")
public record ConsoleProperties(
        @DefaultValue("false") boolean relay, @DefaultValue List<String> relayedHeaders) {}
