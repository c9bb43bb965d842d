// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.completion;

import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/** What a traced call returned, asked at the place of the call. */
final class PlacedMono<T> extends MonoOperator<T, T> {

    private final ReactorPosition position;

    PlacedMono(Mono<T> source, ReactorPosition position) {
        super(source);
        this.position = position;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        new PlacedSubscriber<T>(actual, position).subscribeTo(source);
    }
}
