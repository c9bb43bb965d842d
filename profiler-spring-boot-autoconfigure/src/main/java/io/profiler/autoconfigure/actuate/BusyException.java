// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

/** As many look at traces as there is memory for. */
final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BusyException() {
        super("others are being shown traces, which take long; try again in a moment");
    }
}
