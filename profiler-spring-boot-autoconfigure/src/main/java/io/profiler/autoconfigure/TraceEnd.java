// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.admission.Admitted;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.propagation.TraceContext;

/**
 * What ends with a request: it is none of those that are open, and its trace is known to have one that has ended. May be run
 * again.
 *
 * @param admitted the request
 * @param verifier which its headers were shown to
 * @param context what its headers said
 * @since 0.1
 */
public record TraceEnd(Admitted admitted, HeaderVerifier verifier, TraceContext context) implements Runnable {

    @Override
    public void run() {
        try {
            admitted.close();
        } finally {
            verifier.ended(context);
        }
    }
}
