// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassificationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RUNNABLE      | com.acme.Shop.buy                                                                 | RUNNING
            RUNNABLE      | com.acme.Shop.buy java.util.HashMap.get                                           | RUNNING
            BLOCKED       | com.acme.Shop.buy java.util.HashMap.get                                           | LOCK
            BLOCKED       | org.h2.Session.lock                                                               | LOCK
            WAITING       | com.acme.Shop.buy java.lang.Object.wait0                                          | QUEUE
            WAITING       | com.acme.Shop.buy                                                                 | QUEUE
            RUNNABLE      | com.acme.Shop.buy java.util.concurrent.locks.ReentrantLock.lock                   | RUNNING
            TIMED_WAITING | java.util.concurrent.locks.ReentrantLock$Sync.tryLockNanos jdk.internal.misc.Unsafe.park | LOCK
            RUNNABLE      | java.util.concurrent.locks.ReentrantLock.lock jdk.internal.misc.Unsafe.park       | LOCK
            TIMED_WAITING | com.acme.Shop.buy java.lang.Thread.sleep java.lang.VirtualThread.parkNanos        | SLEEP
            RUNNABLE      | org.postgresql.core.PGStream.receive sun.nio.ch.NioSocketImpl.read                | DRIVER
            RUNNABLE      | org.postgresql.core.PGStream.receive com.acme.MyType.read                         | RUNNING
            RUNNABLE      | com.acme.Shop.buy java.net.URLClassLoader.findClass java.io.RandomAccessFile.read | LOADING
            RUNNABLE      | com.acme.Shop.buy java.io.RandomAccessFile.readBytes                              | FILE
            RUNNABLE      | io.netty.channel.epoll.Native.epollWait                                           | QUEUE
            RUNNABLE      | sun.nio.ch.SelectorImpl.select sun.nio.ch.EPoll.wait                              | QUEUE
            """)
    void callsOnTopTellWhatAThreadDoes(Thread.State state, String calls, Kind kind) {
        FrameTable table = new FrameTable();
        int[] frames = Stream.of(calls.split(" "))
                .mapToInt(call -> table.numberOf(Stacks.element(call)))
                .toArray();

        assertThat(Classification.of(state, table, frames)).isEqualTo(kind);
    }

    @Test
    void realWaitsAreKnown() throws Exception {
        Object monitor = new Object();
        ReentrantLock lock = new ReentrantLock();
        CountDownLatch end = new CountDownLatch(1);
        lock.lock();
        try (ServerSocket server = new ServerSocket(0);
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort())) {
            synchronized (monitor) {
                assertKind(Kind.LOCK, () -> {
                    synchronized (monitor) {
                        end.countDown();
                    }
                });
                assertKind(Kind.LOCK, lock::lockInterruptibly);
                assertKind(Kind.SLEEP, () -> Thread.sleep(100_000));
                assertKind(Kind.QUEUE, () -> new LinkedBlockingQueue<>().take());
                assertKind(Kind.QUEUE, new CountDownLatch(1)::await);
                assertKind(Kind.QUEUE, () -> LockSupport.parkNanos(100_000_000_000L));
                assertKind(Kind.SOCKET, () -> read(client));
            }
        }
    }

    private static void read(Socket client) throws IOException {
        try (InputStream in = client.getInputStream()) {
            in.read();
        }
    }

    private interface Work {

        void run() throws Exception;
    }

    /** Asks again until it is so: nobody knows when a thread begins to wait. */
    private static void assertKind(Kind kind, Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (Exception ended) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
        while (kindOf(thread) != kind) {
            assertThat(thread.isAlive()).as("waits as " + kind).isTrue();
            Thread.onSpinWait();
        }
        thread.interrupt();
    }

    private static Kind kindOf(Thread thread) {
        FrameTable table = new FrameTable();
        StackTraceElement[] stack = thread.getStackTrace();
        int[] frames = new int[stack.length];
        for (int i = 0; i < stack.length; i++) {
            frames[stack.length - 1 - i] = table.numberOf(stack[i]);
        }
        return stack.length == 0 ? Kind.UNKNOWN : Classification.of(thread.getState(), table, frames);
    }
}
