// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

/**
 * What every trace point says about the service that wrote it.
 *
 * @param host name of the host
 * @param project project the service belongs to
 * @param service name of the service
 */
public record Origin(String host, String project, String service) {}
