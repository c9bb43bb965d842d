// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/** What a client has at its end on JDKs from 21 on, and does not have on the one that this is compiled for. */
enum ClientEnd {
    SHUTDOWN("shutdown"),
    SHUTDOWN_NOW("shutdownNow"),
    IS_TERMINATED("isTerminated"),
    AWAIT_TERMINATION("awaitTermination", Duration.class),
    CLOSE("close");

    private final @Nullable Method method;

    ClientEnd(String name, Class<?>... parameters) {
        this.method = ReflectionUtils.findMethod(HttpClient.class, name, parameters);
    }

    /** What it gives; null if there is none of this name. */
    @Nullable
    Object call(HttpClient client, Object... arguments) {
        if (method == null) {
            return null;
        }
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException thrown) {
            throw asItIs(thrown.getTargetException());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException asItIs(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
