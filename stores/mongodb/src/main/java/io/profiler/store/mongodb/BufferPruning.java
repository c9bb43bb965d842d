// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.internal.connection.PowerOfTwoBufferPool;
import java.lang.reflect.Method;

/**
 * The driver's thread that frees unused buffers. One serves all clients, and none ends it when it closes, so that it
 * holds the class loader of an application that is long undeployed. Without it clients work as before, and keep buffers.
 */
final class BufferPruning {

    private BufferPruning() {}

    /** Ends the thread; does nothing with a driver that has none, or another. */
    static void end() {
        try {
            Method end = PowerOfTwoBufferPool.class.getDeclaredMethod("disablePruning");
            end.setAccessible(true);
            end.invoke(PowerOfTwoBufferPool.DEFAULT);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError anotherDriver) {
            // Its thread, if there is one, ends with the process.
        }
    }
}
