// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.profiler.autoconfigure.Guard;
import io.profiler.internal.OccasionalLog;
import io.profiler.trace.TracePosition;
import org.slf4j.LoggerFactory;

/** A handler of somebody else's. Where it fails, no handler behind it hears of the observation, and so it is told. */
final class WatchedHandler implements ObservationHandler<Observation.Context> {

    private final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(ObservationSpans.class));
    private final ObservationHandler<Observation.Context> handler;

    @SuppressWarnings("unchecked")
    WatchedHandler(ObservationHandler<?> handler) {
        this.handler = (ObservationHandler<Observation.Context>) handler;
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return handler.supportsContext(context);
    }

    @Override
    public void onStart(Observation.Context context) {
        try {
            handler.onStart(context);
        } catch (Throwable error) {
            Guard.run(() -> tell(context, error));
            throw error;
        }
    }

    private void tell(Observation.Context context, Throwable error) {
        if (TracePosition.current() != null) {
            log.warn(
                    "The observation '" + context.getName() + "' is not traced, because its handler "
                            + handler.getClass().getName() + " failed",
                    error);
        }
    }

    @Override
    public void onError(Observation.Context context) {
        handler.onError(context);
    }

    @Override
    public void onEvent(Observation.Event event, Observation.Context context) {
        handler.onEvent(event, context);
    }

    @Override
    public void onScopeOpened(Observation.Context context) {
        handler.onScopeOpened(context);
    }

    @Override
    public void onScopeClosed(Observation.Context context) {
        handler.onScopeClosed(context);
    }

    /** Micrometer still calls it. */
    @Override
    @SuppressWarnings("deprecation")
    public void onScopeReset(Observation.Context context) {
        handler.onScopeReset(context);
    }

    @Override
    public void onStop(Observation.Context context) {
        handler.onStop(context);
    }
}
