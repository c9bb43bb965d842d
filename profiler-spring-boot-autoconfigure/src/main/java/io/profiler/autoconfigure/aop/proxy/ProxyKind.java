// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import org.jspecify.annotations.Nullable;

/**
 * How a proxy stands in for a bean.
 *
 * @param isByClass whether it is a subclass
 * @param obstacle why it cannot; null if it can
 */
public record ProxyKind(boolean isByClass, @Nullable Obstacle obstacle) {

    static final ProxyKind SUBCLASS = new ProxyKind(true, null);
    static final ProxyKind INTERFACES = new ProxyKind(false, null);

    public static ProxyKind none(Obstacle obstacle) {
        return new ProxyKind(false, obstacle);
    }
}
