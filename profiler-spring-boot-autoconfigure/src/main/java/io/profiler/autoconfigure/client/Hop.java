// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage.Body;

/** One of the requests that a chain of redirects is made of. */
record Hop(
        URI uri,
        HttpMethod method,
        HttpHeaders headers,
        @Nullable Body body) {}
