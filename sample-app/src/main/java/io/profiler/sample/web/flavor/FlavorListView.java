// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.flavor;

import io.profiler.sample.web.url.Link;
import java.util.List;

/** A page of flavors. */
record FlavorListView(List<Link> links, List<FlavorView> flavors) {}
