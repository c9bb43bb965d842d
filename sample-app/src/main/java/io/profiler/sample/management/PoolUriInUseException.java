// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.management;

/** Another pool has the same database. */
public final class PoolUriInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PoolUriInUseException(Throwable cause) {
        super("The database URI is in use by another pool.", cause);
    }
}
