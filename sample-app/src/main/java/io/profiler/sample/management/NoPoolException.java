// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.management;

/** No pool can take a queue. */
public final class NoPoolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoPoolException() {
        super("No pool can take the queue");
    }
}
