// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a message says, whichever library has taken it from its broker. */
interface ArrivedMessage {

    /** {@return a header's text, null if there is none; empty if it is no text} */
    @Nullable
    String header(String name);

    /** {@return where the message was taken from: a topic or a queue} */
    String source();

    /** {@return what else is known of where it was found} */
    Map<String, Object> place();
}
