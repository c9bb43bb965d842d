// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.Signature;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.function.SingletonSupplier;

/** Signs requests of profiled requests, and leaves all others as they are, but that nothing signed leaves the house. */
final class SigningRequestFactory implements ClientHttpRequestFactory {

    private final ClientHttpRequestFactory original;
    private final SingletonSupplier<Optional<SingleHops>> singleHops;
    private final Signature signature;

    /**
     * @param original follows redirects, or does not
     * @param singleHops makes one that is like it, but never follows
     */
    SigningRequestFactory(ClientHttpRequestFactory original, Supplier<SingleHops> singleHops, Signature signature) {
        this.original = original;
        this.singleHops = SingletonSupplier.of(() -> Optional.ofNullable(Guard.call(singleHops::get)));
        this.signature = signature;
    }

    @Override
    public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
        return new SignedRequest(this, uri, method);
    }

    ClientHttpRequestFactory original() {
        return original;
    }

    /** What signed requests go out by; null if it cannot be made. */
    @Nullable
    SingleHops singleHops() {
        return singleHops.obtain().orElse(null);
    }

    Signature signature() {
        return signature;
    }
}
