// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.profiler.sample.web.url.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages; a page of them also says where the list goes on. */
record MessageListView(
        List<MessageView> messages,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Link> links) {}
