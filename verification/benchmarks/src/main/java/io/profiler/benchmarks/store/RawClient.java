// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.store;

import io.profiler.point.TracePoint;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** A backend's own client, used as its manual has it for many documents at once. */
interface RawClient extends AutoCloseable {

    /** Makes of a batch what the client is given to send: the same as the store makes of it, in the same way. */
    BulkInsert encoded(List<TracePoint> batch) throws Exception;

    /** What a server does not keep for good is removed after each turn, of both sides. */
    default void forgetWhatWasSent() throws Exception {}

    @Override
    void close() throws IOException, SQLException;

    /** Sends what was made, and returns when it is stored. */
    @FunctionalInterface
    interface BulkInsert {

        void run() throws Exception;
    }
}
