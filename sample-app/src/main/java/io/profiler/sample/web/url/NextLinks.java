// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.url;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Builds the link to the next page: the parameters of this one, with another marker. */
public final class NextLinks {

    private final String path;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    public NextLinks(String path) {
        this.path = path;
    }

    public NextLinks with(String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
        return this;
    }

    /** The link; none if there is no marker, because this page is empty. */
    public List<Link> after(@Nullable Object marker) {
        if (marker == null) {
            return List.of();
        }
        UriComponentsBuilder next = UriComponentsBuilder.fromPath(path);
        with("marker", marker);
        parameters.keySet().forEach(name -> next.queryParam(name, "{" + name + "}"));
        return List.of(new Link("next", next.encode().buildAndExpand(parameters).toUriString()));
    }
}
