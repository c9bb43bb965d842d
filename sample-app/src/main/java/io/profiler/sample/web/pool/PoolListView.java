// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.pool;

import io.profiler.sample.web.url.Link;
import java.util.List;

/** A page of pools. */
record PoolListView(List<Link> links, List<PoolView> pools) {}
