// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** The body of a response as it comes. Nothing keeps it whole: it may be large, or have no end. */
final class ResponseBody {

    private final InputStream content;
    private final AtomicBoolean late = new AtomicBoolean();

    ResponseBody(InputStream content) {
        this.content = content;
    }

    /** Reads a body as far as it comes. */
    @FunctionalInterface
    interface Reader {

        /** Keeps nothing. */
        Reader DROPPING = content -> content.transferTo(OutputStream.nullOutputStream());

        void read(InputStream content) throws IOException;
    }

    /**
     * Has it read to its end, or until the deadline, and then has the service told that nobody listens any more.
     *
     * @return whether it was read to its end
     * @throws IOException if it broke off before
     */
    boolean read(Reader reader, Deadline deadline) throws IOException {
        CompletableFuture<Void> end = deadline.then(this::stop);
        try (content) {
            reader.read(content);
        } catch (IOException broken) {
            if (!late.get()) {
                throw broken;
            }
        } finally {
            end.cancel(false);
        }
        return !late.get();
    }

    /** A read that waits for more ends by this. */
    private void stop() {
        late.set(true);
        try {
            content.close();
        } catch (IOException closed) {
            return; // It is no longer read, which is all that this is for.
        }
    }
}
