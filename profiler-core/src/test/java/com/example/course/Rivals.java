// SPDX-License-Identifier: Apache-2.0
package com.example.course;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Threads that have what a request wants, and give it some time after they see it wait. */
final class Rivals {

    private static final long MONITOR_MILLIS = 80;
    private static final long LOCK_MILLIS = 70;
    private static final long SOCKET_MILLIS = 60;

    private final Object monitor = new Object();
    private final ReentrantLock lock = new ReentrantLock();
    private final CountDownLatch held = new CountDownLatch(2);
    private final Socket client;
    private volatile Thread entering;
    private volatile boolean reading;

    Rivals() {
        begin(() -> {
            synchronized (monitor) {
                held.countDown();
                hold(() -> entering != null && entering.getState() == Thread.State.BLOCKED, MONITOR_MILLIS);
            }
        });
        begin(() -> {
            lock.lock();
            held.countDown();
            hold(lock::hasQueuedThreads, LOCK_MILLIS);
            lock.unlock();
        });
        try {
            ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            client = new Socket(server.getInetAddress(), server.getLocalPort());
            begin(() -> answer(server));
            held.await();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void begin(Runnable work) {
        Thread rival = new Thread(work, "rival");
        rival.setDaemon(true);
        rival.start();
    }

    private void answer(ServerSocket server) {
        try (server;
                Socket asked = server.accept()) {
            hold(() -> reading, SOCKET_MILLIS);
            asked.getOutputStream().write(1);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void hold(BooleanSupplier isWaitedFor, long millis) {
        try {
            while (!isWaitedFor.getAsBoolean()) {
                Thread.sleep(1);
            }
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void enterMonitor() {
        entering = Thread.currentThread();
        synchronized (monitor) {
            entering = null;
        }
    }

    void takeLock() {
        lock.lock();
        lock.unlock();
    }

    void readAnswer() throws IOException {
        try (client) {
            reading = true;
            client.getInputStream().read();
        }
    }
}
