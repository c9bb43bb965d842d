// SPDX-License-Identifier: Apache-2.0
package io.profiler.messaging;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** What listeners have been called with. */
record Heard(List<Call> calls) {

    Heard() {
        this(new CopyOnWriteArrayList<>());
    }

    /**
     * One call.
     *
     * @param headers by their names, as texts
     * @param isProfiled whether the thread was in a trace
     */
    record Call(String text, Map<String, String> headers, boolean isProfiled) {}

    List<Call> of(String text) {
        return calls.stream().filter(call -> call.text().equals(text)).toList();
    }
}
