// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.completion;

import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;

/** What a traced call returned, asked at the place of the call. */
final class PlacedFlux<T> extends FluxOperator<T, T> {

    private final ReactorPosition position;

    PlacedFlux(Flux<T> source, ReactorPosition position) {
        super(source);
        this.position = position;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        new PlacedSubscriber<T>(actual, position).subscribeTo(source);
    }
}
