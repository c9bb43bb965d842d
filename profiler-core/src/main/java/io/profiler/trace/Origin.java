// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

/**
 * What every trace point says about the service that wrote it.
 *
 * @param host name of the host
 * @param project project the service belongs to
 * @param service name of the service
 * @since 0.1
 */
public record Origin(String host, String project, String service) {}
