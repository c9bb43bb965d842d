// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.management;

/** A queue asks for a flavor that does not exist. */
public final class UnknownFlavorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownFlavorException(String flavor) {
        super("Flavor %s does not exist".formatted(flavor));
    }
}
