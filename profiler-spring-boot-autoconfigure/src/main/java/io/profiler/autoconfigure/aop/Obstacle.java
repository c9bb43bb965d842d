// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

/**
 * Why a bean cannot be traced as it is, and what to do about it.
 *
 * @param reason as the log says it
 */
record Obstacle(String reason, Remedy remedy) {

    /** One where a span by hand is all that helps. */
    static Obstacle of(String reason) {
        return new Obstacle(reason, Remedy.BY_HAND);
    }
}
