// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.url;

import org.jspecify.annotations.Nullable;

/** The parameters of a list of pools or flavors. */
public record PagingQuery(
        @Nullable String marker,
        @Nullable Integer limit,
        @Nullable Boolean detailed) {

    public boolean isDetailed() {
        return Boolean.TRUE.equals(detailed);
    }

    /** Links with these parameters, except for {@code detailed}, which has its place after other ones. */
    public NextLinks links(String path) {
        return new NextLinks(path).with("marker", marker).with("limit", limit);
    }
}
