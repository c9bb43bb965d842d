// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

/**
 * What every trace point says about the service that wrote it.
 *
 * @param host machine or container, {@code info.host} of each point
 * @param project what services belong to that are shown together; may be the name of the service again
 * @param service name by which lists of traces are filtered, and a report tells services apart within a project
 * @since 0.1
 */
public record Origin(String host, String project, String service) {}
