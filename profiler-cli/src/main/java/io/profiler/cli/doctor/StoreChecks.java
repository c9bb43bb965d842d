// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.doctor;

import io.profiler.store.OpenedStores;
import io.profiler.store.StoreStatus;
import io.profiler.store.TraceReader;
import java.util.List;

/** The checks of one store, in order: after the first that the others need, they are skipped. */
final class StoreChecks {

    private static final String CONNECT = "connect";
    private static final String WRITE = "write";
    private static final String READ = "read back";
    private static final String LIST = "list";
    private static final String DELETE = "delete";
    private static final String INDEXES = "indexes";

    private final OpenedStores store;
    private final CheckLines lines;
    private final TrialTrace trace;
    private StoreStatus status = StoreStatus.UNTOLD;

    StoreChecks(OpenedStores store, CheckLines lines) {
        this.store = store;
        this.lines = lines;
        this.trace = new TrialTrace(store);
    }

    void run() {
        if (!lines.check(CONNECT, this::connect)) {
            lines.skip("no connection", "contents", "writers", "clock", WRITE, READ, LIST, DELETE, INDEXES);
            return;
        }
        StatusFindings findings = new StatusFindings(status);
        lines.check("contents", findings::contents);
        lines.check("writers", findings::writers);
        lines.check("clock", findings::clock);
        tryOut();
    }

    private void tryOut() {
        if (lines.check(WRITE, trace::write)) {
            lines.check(READ, trace::read);
            lines.check(LIST, trace::list);
            lines.check(DELETE, trace::delete);
        } else {
            lines.skip("not all could be written", READ, LIST);
            lines.check(DELETE, trace::deleteRest);
        }
        lines.check(INDEXES, this::indexes);
    }

    private String connect() {
        status = readStatus();
        if (status.equals(StoreStatus.UNTOLD)) {
            throw new CheckWarning(store + " tells nothing of itself; whether it answers shows when it is written to");
        }
        return (status.server() == null ? "a server that does not tell this user its name" : status.server()) + " at "
                + store;
    }

    private StoreStatus readStatus() {
        return store.reader().map(TraceReader::status).orElse(StoreStatus.UNTOLD);
    }

    /** Those that are missing at first may be made by the first write. */
    private String indexes() {
        List<String> missing = status.missingIndexes();
        StoreStatus now = missing == null || missing.isEmpty() ? status : readStatus();
        return new StatusFindings(now).indexes();
    }
}
