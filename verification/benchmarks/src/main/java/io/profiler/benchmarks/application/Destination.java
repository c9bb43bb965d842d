// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.application;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Where the spans of one variant go. */
interface Destination extends Closeable {

    /** Of a variant that makes none. */
    Destination NOWHERE = new Destination() {
        @Override
        public int port() {
            return 0;
        }

        @Override
        public long arrived() {
            return 0;
        }

        @Override
        public void close() {}
    };

    /** Where it listens, on the loopback interface. */
    int port();

    /** How many spans have arrived so far. */
    long arrived();

    /** How to open one. */
    @FunctionalInterface
    interface Opening {

        /** Opens it for so long at most, with its files in a folder. */
        Destination open(Path folder, Duration lifetime) throws IOException, InterruptedException;
    }
}
