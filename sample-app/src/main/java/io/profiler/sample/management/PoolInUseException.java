// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.management;

/** A pool cannot go, because a flavor needs it. */
public final class PoolInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PoolInUseException(String flavor) {
        super("This pool is used by flavors %s; It cannot be deleted.".formatted(flavor));
    }
}
