// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import org.jspecify.annotations.Nullable;

/**
 * What an application is asked for: requests of one method and route that one method of a controller answers; or what else
 * begins a trace.
 *
 * @param request method and route, or the name and the subject of what is no request
 * @param controller the method of the controller, null if no span names one
 */
public record RequestOperation(String request, @Nullable String controller) {}
