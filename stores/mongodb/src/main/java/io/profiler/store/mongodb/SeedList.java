// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoTimeoutException;
import io.profiler.internal.BackgroundThread;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a connection string on a thread of its own: for {@code mongodb+srv://} the driver asks a name server, which can
 * take much longer than anybody waits here, and cannot be interrupted.
 */
final class SeedList {

    private final String value;
    private @Nullable FutureTask<ConnectionString> pending;

    SeedList(String value) {
        this.value = value;
    }

    /**
     * @throws MongoException if the name server knows no servers, or does not say so in time
     */
    ConnectionString resolve(Duration timeout) {
        FutureTask<ConnectionString> question = ask();
        try {
            return question.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new MongoTimeoutException("the name server did not answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MongoInterruptedException("interrupted while waiting for the name server", e);
        } catch (ExecutionException failed) {
            forget(question);
            throw MongoException.fromThrowableNonNull(failed.getCause());
        }
    }

    /** One question at a time, however many wait for the answer; one that comes late is the answer to who asks next. */
    private synchronized FutureTask<ConnectionString> ask() {
        FutureTask<ConnectionString> question = pending;
        if (question == null) {
            question = new FutureTask<>(() -> new ConnectionString(value));
            Thread thread = BackgroundThread.of(question, "profiler-seed-list");
            thread.start();
            pending = question;
        }
        return question;
    }

    private synchronized void forget(FutureTask<ConnectionString> question) {
        if (pending == question) {
            pending = null;
        }
    }
}
