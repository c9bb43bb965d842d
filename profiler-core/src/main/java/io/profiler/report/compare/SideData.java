// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.report.Report;
import io.profiler.report.html.PageData;
import io.profiler.report.internal.analysis.TraceTitle;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;

/** One side of a comparison for its page: of several traces the last one's title, time and id. */
final class SideData implements PageData {

    private final Side side;

    SideData(Side side) {
        this.side = side;
    }

    @Override
    public void write(JsonGenerator json) {
        Report last = side.last();
        Instant startedAt = last.startedAt();
        json.writeStartObject();
        json.writeNumberProperty("traces", side.traces().size());
        json.writeStringProperty("title", TraceTitle.of(last));
        json.writeStringProperty("id", last.baseId());
        json.writeStringProperty("startedAt", startedAt == null ? null : startedAt.toString());
        json.writeStringProperty("refusals", side.refusals());
        json.writeBooleanProperty("finished", side.isFinished());
        write(json, "micros", side.micros());
        write(json, "spans", side.spans());
        write(json, "unfinished", side.unfinished());
        write(json, "errors", side.errors());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String member, Spread figure) {
        json.writeNumberProperty(member, figure.median());
        json.writeArrayPropertyStart(member + "Range");
        json.writeNumber(figure.min());
        json.writeNumber(figure.max());
        json.writeEndArray();
    }
}
