// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.mongodb;

import com.mongodb.ContextProvider;
import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import io.profiler.autoconfigure.Guard;
import org.springframework.util.ClassUtils;

/** Adds to the settings of a client what its commands are traced by. */
final class CommandTracing {

    private static final boolean BLOCKING = isPresent("com.mongodb.client.SynchronousContextProvider");
    private static final boolean REACTIVE = isPresent("com.mongodb.reactivestreams.client.ReactiveContextProvider")
            && isPresent("reactor.core.CoreSubscriber");

    private CommandTracing() {}

    private static boolean isPresent(String type) {
        return ClassUtils.isPresent(type, CommandTracing.class.getClassLoader());
    }

    static void add(CommandListener spans, MongoClientSettings.Builder settings) {
        Guard.run(() -> {
            settings.addCommandListener(spans);
            if (REACTIVE) {
                carryPosition(settings);
            }
        });
    }

    private static void carryPosition(MongoClientSettings.Builder settings) {
        ContextProvider present = settings.build().getContextProvider();
        ContextProvider carrying = BLOCKING ? EitherContextProvider.of(present) : ReactivePositionProvider.of(present);
        if (carrying != null) {
            settings.contextProvider(carrying);
        }
    }
}
