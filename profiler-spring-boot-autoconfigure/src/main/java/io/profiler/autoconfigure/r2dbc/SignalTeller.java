// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.r2dbc;

import reactor.util.context.Context;

/** Hears what one subscription gets, before its subscriber does. */
interface SignalTeller<T> {

    /** What comes from above is subscribed to with this context. */
    default Context context(Context actual) {
        return actual;
    }

    /** What the subscriber gets instead. */
    default T next(T value) {
        return value;
    }

    /** Passes a signal on where the subscriber is: what comes next is done by whoever gives the signal. */
    void pass(Runnable signal);

    void completed();

    void failed(Throwable error);

    /** May be told after the end, too. */
    void cancelled();
}
