// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import io.profiler.point.TracePoint;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes the members of {@link TracePoint#toDocument()}, without making the map. */
final class PointSerializer extends ValueSerializer<TracePoint> {

    @Override
    public void serialize(TracePoint point, JsonGenerator json, SerializationContext context) {
        json.writeStartObject();
        json.writeStringProperty("name", point.name());
        json.writeStringProperty("base_id", point.baseId());
        json.writeStringProperty("trace_id", point.traceId());
        json.writeStringProperty("parent_id", point.parentId());
        json.writeStringProperty("timestamp", point.timestamp());
        json.writeName("info");
        context.writeValue(json, point.info());
        json.writeStringProperty("project", point.project());
        json.writeStringProperty("service", point.service());
        json.writeEndObject();
    }
}
