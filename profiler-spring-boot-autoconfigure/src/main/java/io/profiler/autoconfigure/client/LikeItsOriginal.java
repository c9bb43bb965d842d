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

/** In all but what it sends the client that it stands for. */
abstract class LikeItsOriginal extends HttpClient {

    final HttpClient original;

    LikeItsOriginal(HttpClient original) {
        this.original = original;
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
        ClientEnd.SHUTDOWN.call(original);
    }

    public void shutdownNow() {
        ClientEnd.SHUTDOWN_NOW.call(original);
    }

    public boolean isTerminated() {
        return Boolean.TRUE.equals(ClientEnd.IS_TERMINATED.call(original));
    }

    public boolean awaitTermination(Duration timeout) throws InterruptedException {
        return Boolean.TRUE.equals(ClientEnd.AWAIT_TERMINATION.call(original, timeout));
    }

    public void close() {
        ClientEnd.CLOSE.call(original);
    }

    @Override
    public String toString() {
        return original.toString();
    }
}
