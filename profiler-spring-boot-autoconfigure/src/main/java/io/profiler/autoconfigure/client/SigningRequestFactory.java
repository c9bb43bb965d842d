// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import io.profiler.trace.TracePosition;
import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.function.SingletonSupplier;

/** Signs requests of profiled requests, and leaves all others to the factory that was there. */
final class SigningRequestFactory implements ClientHttpRequestFactory {

    private final ClientHttpRequestFactory original;
    private final SingletonSupplier<ClientHttpRequestFactory> notFollowing;
    private final boolean follows;
    private final Signature signature;

    /**
     * @param original follows redirects, or does not
     * @param notFollowing makes one that is like it, but never follows
     * @param follows whether the original does
     */
    SigningRequestFactory(
            ClientHttpRequestFactory original,
            Supplier<? extends ClientHttpRequestFactory> notFollowing,
            boolean follows,
            Signature signature) {
        this.original = original;
        this.notFollowing = SingletonSupplier.of(notFollowing::get);
        this.follows = follows;
        this.signature = signature;
    }

    @Override
    public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
        return TracePosition.current() == null
                ? original.createRequest(uri, method)
                : new SignedRequest(this, uri, method);
    }

    ClientHttpRequestFactory original() {
        return original;
    }

    ClientHttpRequestFactory notFollowing() {
        return notFollowing.obtain();
    }

    boolean follows() {
        return follows;
    }

    Signature signature() {
        return signature;
    }
}
