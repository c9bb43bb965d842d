// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

/** A page of another site asks for a change. */
final class ForeignRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ForeignRequestException() {
        super("a page of another site may change nothing here");
    }
}
