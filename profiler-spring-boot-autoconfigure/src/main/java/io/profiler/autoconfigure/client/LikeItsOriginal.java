// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** In all but what it sends the client that it stands for. What it sends by another one ends with that client. */
abstract class LikeItsOriginal extends HttpClient {

    final HttpClient original;
    final SecondClient notFollowing;

    LikeItsOriginal(HttpClient original) {
        this.original = original;
        this.notFollowing = new SecondClient(original);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return original.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return original.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return original.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return original.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return original.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return original.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return original.authenticator();
    }

    @Override
    public Version version() {
        return original.version();
    }

    @Override
    public Optional<Executor> executor() {
        return original.executor();
    }

    @Override
    public WebSocket.Builder newWebSocketBuilder() {
        return original.newWebSocketBuilder();
    }

    /** Of JDKs from 21 on, as what follows. */
    public void shutdown() {
        end(ClientEnd.SHUTDOWN);
    }

    public void shutdownNow() {
        end(ClientEnd.SHUTDOWN_NOW);
    }

    public boolean isTerminated() {
        return Boolean.TRUE.equals(ClientEnd.IS_TERMINATED.call(original)) && notFollowing.isTerminated();
    }

    public boolean awaitTermination(Duration timeout) throws InterruptedException {
        long begun = System.nanoTime();
        return Boolean.TRUE.equals(ClientEnd.AWAIT_TERMINATION.call(original, timeout))
                && notFollowing.awaitTermination(timeout.minusNanos(System.nanoTime() - begun));
    }

    public void close() {
        end(ClientEnd.CLOSE);
    }

    private void end(ClientEnd how) {
        try {
            notFollowing.end(how);
        } finally {
            how.call(original);
        }
    }

    @Override
    public String toString() {
        return original.toString();
    }
}
