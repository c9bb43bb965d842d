// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import io.profiler.internal.OccasionalLog;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Has the JVM tell each call of some methods, final and private ones and those of libraries, too, while requests are profiled that
 * want to know: their code is changed for that, and changed back within a minute after the last. The first request starts it, on a
 * thread of its own, and may be over before anything is heard. Thread-safe; blocks nobody, and never throws.
 */
public final class MethodCalls {

    /** The first Java whose flight recorder traces methods. */
    public static final int LEAST_JAVA = 25;

    private static final long IDLE_SECONDS = 45;
    private static final long CHECK_SECONDS = 10;

    /** Who wants to know of a thread's calls; thread-safe, and blocks nobody. */
    public interface Listener {

        /**
         * A method was called.
         *
         * @param call which, and when
         */
        void called(MethodCall call);

        /** Too many others listen to the thread: of its calls nothing is told any more. */
        void overlooked();
    }

    private static final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(MethodCalls.class));

    private final FollowedThreads threads = new FollowedThreads();
    private final MethodFilters filters;
    private final RecorderSession<MethodStream> session;

    /**
     * Has no thread yet, and has not touched the recorder.
     *
     * @param always methods that are told whenever somebody wants to be told
     */
    public MethodCalls(List<MethodPattern> always) {
        filters = new MethodFilters(always, TimeUnit.SECONDS.toNanos(IDLE_SECONDS));
        session = new RecorderSession<>(
                "profiler-method-calls",
                IDLE_SECONDS,
                CHECK_SECONDS,
                () -> new MethodStream(
                        filters,
                        threads::contain,
                        threads::tell,
                        new CallRate(CallRate.MOST, this::tooMany),
                        new CallRate(CallRate.MOST, MethodCalls::tooManyOfOwn)),
                this::closed);
    }

    private void closed() {
        threads.clear();
        filters.untold(System.nanoTime());
    }

    /** {@return whether this JVM's flight recorder traces methods} */
    public static boolean areTold() {
        return Runtime.version().feature() >= LEAST_JAVA;
    }

    /**
     * A request asks for the calls of more methods, which are told for a while: from soon on, as their code is changed in the
     * background.
     *
     * @param pattern which
     * @return why it does not get them; null if it does
     */
    public @Nullable Refusal ask(MethodPattern pattern) {
        Refusal refusal = filters.ask(pattern, System.nanoTime());
        if (refusal == null && filters.isBehind()) {
            session.run(MethodStream::update);
        }
        return refusal;
    }

    /** Something is being profiled that wants to be told. */
    public void want() {
        session.want();
    }

    /**
     * Tells the calls that a thread makes from now on, and some that it made before.
     *
     * @param threadId of the present thread
     * @param listener called on a thread of ours, which it must not block
     * @return false if there are too many threads already, so that nothing is told
     */
    public boolean follow(long threadId, Listener listener) {
        session.want();
        if (!threads.add(threadId, listener)) {
            return false;
        }
        session.tick();
        return true;
    }

    /**
     * Tells a listener nothing any more.
     *
     * @param threadId by which it was added
     * @param listener the same object
     */
    public void leave(long threadId, Listener listener) {
        threads.remove(threadId, listener);
    }

    /**
     * Does something when all calls were told that have ended by now, a few seconds later, or when the flight recorder is ten
     * seconds late.
     *
     * @param fromNanos {@link System#nanoTime()} since when they were of interest
     * @param patterns of which methods
     * @param task is told whether all of them since then were; called on a thread of ours, which it must not block
     * @return false if too many wait for that already, so that it is never called
     */
    public boolean whenTold(long fromNanos, Set<MethodPattern> patterns, Consumer<Boolean> task) {
        return session.later(isHeard -> {
            MethodStream stream = session.stream();
            task.accept(isHeard
                    && stream != null
                    && session.openSinceNanos() - fromNanos < 0
                    && filters.areToldSince(fromNanos, patterns)
                    && stream.progress().isWholeSince(fromNanos));
        });
    }

    private void tooMany() {
        if (filters.pause(System.nanoTime())) {
            log.warn("Methods that tokens ask for are called more than " + CallRate.MOST
                    + " times a second, and are not traced for ten minutes");
            session.restart();
        }
    }

    private static void tooManyOfOwn() {
        log.warn("Methods of 'profiler.trace-methods' are called more than " + CallRate.MOST
                + " times a second while requests are profiled: name some that are called less often");
    }
}
