// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

/** A page of another site asks for a change. */
final class ForeignRequestException extends RefusedException {

    private static final long serialVersionUID = 1L;
    private static final int FORBIDDEN = 403;

    ForeignRequestException() {
        super(FORBIDDEN, "a page of another site may change nothing here");
    }
}
