// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

/** The application lets its traces be read, and nothing changed. */
final class ReadOnlyException extends RefusedException {

    private static final long serialVersionUID = 1L;
    private static final int METHOD_NOT_ALLOWED = 405;

    ReadOnlyException() {
        super(
                METHOD_NOT_ALLOWED,
                "traces are deleted, browsers recorded, and requests relayed, only with"
                        + " management.endpoint.profiler.access=unrestricted,"
                        + " and as far as management.endpoints.access.max-permitted lets it");
    }
}
