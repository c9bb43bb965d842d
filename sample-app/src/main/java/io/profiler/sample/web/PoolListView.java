// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web;

import java.util.List;

/** A page of pools. */
record PoolListView(List<Link> links, List<PoolView> pools) {}
