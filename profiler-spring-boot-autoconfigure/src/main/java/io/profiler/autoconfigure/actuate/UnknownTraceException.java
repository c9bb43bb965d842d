// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

/** The store has no such trace. */
final class UnknownTraceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownTraceException(String traceId) {
        super("trace " + traceId + " not found");
    }
}
