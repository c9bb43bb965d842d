// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A client like another one, which follows no redirect. It is made when it is needed first, and ends with the other one. */
final class SecondClient {

    private final HttpClient original;
    private @Nullable HttpClient made;
    private boolean ended;

    SecondClient(HttpClient original) {
        this.original = original;
    }

    /** Null, if the application has ended its own. */
    synchronized @Nullable HttpClient obtain() {
        if (made == null && !ended) {
            made = JdkClients.notFollowing(original);
        }
        return ended ? null : made;
    }

    /** Before the original one: what is under way may be sent on by that. */
    void end(ClientEnd how) {
        makeNoMore();
        HttpClient other = other();
        if (other != null) {
            how.call(other);
        }
    }

    boolean isTerminated() {
        HttpClient other = other();
        return other == null || Boolean.TRUE.equals(ClientEnd.IS_TERMINATED.call(other));
    }

    boolean awaitTermination(Duration timeout) {
        HttpClient other = other();
        return other == null || Boolean.TRUE.equals(ClientEnd.AWAIT_TERMINATION.call(other, timeout));
    }

    private synchronized void makeNoMore() {
        ended = true;
    }

    private synchronized @Nullable HttpClient other() {
        return made == original ? null : made;
    }
}
