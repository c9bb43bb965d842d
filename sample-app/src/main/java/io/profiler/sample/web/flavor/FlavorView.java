// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.flavor;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;

/** A flavor as administrators see it. */
record FlavorView(
        String name, URI href, @JsonProperty("pool_list") List<String> pools) {}
