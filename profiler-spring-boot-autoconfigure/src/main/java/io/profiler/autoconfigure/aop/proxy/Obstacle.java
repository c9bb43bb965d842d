// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

/**
 * Why a bean cannot be traced as it is, and what to do about it.
 *
 * @param reason as the log says it
 */
public record Obstacle(String reason, Remedy remedy) {

    /** One where a span by hand is all that helps. */
    public static Obstacle of(String reason) {
        return new Obstacle(reason, Remedy.BY_HAND);
    }
}
