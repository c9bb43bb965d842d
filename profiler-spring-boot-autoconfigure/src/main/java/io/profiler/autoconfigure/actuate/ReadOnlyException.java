// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

/** The application lets its traces be read, not deleted. */
final class ReadOnlyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReadOnlyException() {
        super("traces are deleted, and browsers recorded, only with management.endpoint.profiler.access=unrestricted");
    }
}
