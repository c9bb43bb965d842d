// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Reads a response to its end, and keeps no more of it than its first bytes. */
final class FirstBytes implements BodySubscriber<FirstBytes.Body> {

    private final int most;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final CompletableFuture<Body> body = new CompletableFuture<>();
    private long length;

    FirstBytes(int most) {
        this.most = most;
    }

    /**
     * What was read.
     *
     * @param first the first bytes
     * @param length of all
     */
    record Body(byte[] first, long length) {}

    @Override
    public CompletionStage<Body> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        buffers.forEach(this::keep);
    }

    private void keep(ByteBuffer buffer) {
        length += buffer.remaining();
        byte[] bytes = new byte[Math.min(most - kept.size(), buffer.remaining())];
        buffer.get(bytes);
        kept.write(bytes, 0, bytes.length);
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(new Body(kept.toByteArray(), length));
    }
}
