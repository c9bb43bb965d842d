// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.doctor;

/** What a check finds works, but is not as it should be. */
final class CheckWarning extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CheckWarning(String message) {
        super(message);
    }
}
