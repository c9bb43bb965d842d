// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.propagation.Allowance;
import org.jspecify.annotations.Nullable;

/** Which spans of one request are recorded: as its headers allow, and as its trace has left here. Thread-safe. */
final class SpanAllowance {

    private final Allotment ofTrace;
    private final @Nullable Allotment ofRequest;
    private final Allowance allowance;
    private final boolean everyName;

    SpanAllowance(Allowance allowance, Allotment ofTrace) {
        this.allowance = allowance;
        this.everyName = allowance.names() == null;
        this.ofTrace = ofTrace;
        this.ofRequest = allowance.spans() == 0 ? null : new Allotment(allowance.spans());
    }

    boolean allows(String name) {
        return everyName || allowance.allows(name);
    }

    /** A number of spans that may begin, 0 if none may. */
    int takePortion() {
        int portion = ofTrace.takePortion();
        return portion == 0 || ofRequest == null ? portion : takeOfRequest(portion, ofRequest);
    }

    private int takeOfRequest(int taken, Allotment request) {
        int allowed = request.takePortion();
        int portion = Math.min(taken, allowed);
        ofTrace.giveBack(taken - portion);
        request.giveBack(allowed - portion);
        return portion;
    }

    void giveBack(int unused) {
        ofTrace.giveBack(unused);
        if (ofRequest != null) {
            ofRequest.giveBack(unused);
        }
    }
}
