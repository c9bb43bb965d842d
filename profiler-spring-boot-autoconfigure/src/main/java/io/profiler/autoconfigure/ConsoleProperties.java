// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code profiler.console.*}.
 *
 * @param relay Whether the console, where the endpoints have a port of their own, has its requests sent by the application
 *     to its own port. Only what is signed by one of the keys is sent.
 * @since 0.1
 */
@ConfigurationProperties("profiler.console")
public record ConsoleProperties(@DefaultValue("false") boolean relay) {}
