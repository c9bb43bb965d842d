// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.profiler.autoconfigure.Guard;
import java.util.function.Consumer;

/** Sees the headers of one request of Netty's when all of them are there, just before they are sent. */
final class LastHeaders extends ChannelOutboundHandlerAdapter {

    static final String NAME = "io.profiler.lastHeaders";

    private final Consumer<HttpHeaders> signing;

    LastHeaders(Consumer<HttpHeaders> signing) {
        this.signing = signing;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpRequest request) {
            Guard.run(() -> signing.accept(request.headers()));
            Guard.run(() -> context.pipeline().remove(this));
        }
        context.write(message, promise);
    }
}
