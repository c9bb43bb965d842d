// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.admission.Admitted;
import io.profiler.trace.ProfiledScope;

/**
 * Requests that were admitted, and of which nothing is recorded after all.
 *
 * @since 0.1
 */
public final class Unrecorded {

    private Unrecorded() {}

    /**
     * {@return whether a request is one, which is counted then}
     *
     * @param scope in which it would be recorded
     * @param admitted ends, if it is
     */
    public static boolean is(ProfiledScope scope, Admitted admitted) {
        if (scope == ProfiledScope.NOOP) {
            admitted.traceIsFull();
        } else if (scope == ProfiledScope.FAILED) {
            admitted.profilerFailed();
        } else {
            return false;
        }
        return true;
    }
}
