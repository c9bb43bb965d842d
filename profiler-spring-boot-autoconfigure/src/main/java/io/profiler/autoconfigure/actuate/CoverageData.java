// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.autoconfigure.Coverage;
import io.profiler.autoconfigure.TraceSwitch;
import io.profiler.report.html.PageData;
import java.util.List;
import org.springframework.core.env.PropertyResolver;
import tools.jackson.core.JsonGenerator;

/**
 * What is traced of the application, and what cannot be. Names of classes, methods and beans alone; no value of anything.
 *
 * @param service name of the application
 */
record CoverageData(String service, PropertyResolver properties, Coverage coverage) implements PageData {

    @Override
    public void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("service", service);
        json.writeArrayPropertyStart("layers");
        for (TraceSwitch layer : TraceSwitch.values()) {
            write(layer, json);
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("untraced");
        coverage.untraced().forEach(what -> write(what, json));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(TraceSwitch layer, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("layer", layer.text());
        json.writeStringProperty("property", layer.property());
        json.writeBooleanProperty("on", layer.isOn(properties));
        json.writeArrayPropertyStart("beans");
        coverage.traced(layer).forEach(bean -> write(bean, json));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Coverage.Bean bean, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("bean", bean.name());
        json.writeStringProperty("type", bean.type());
        writeTexts("methods", bean.methods(), json);
        writeTexts("insideCalls", bean.insideCalls(), json);
        json.writeEndObject();
    }

    private static void writeTexts(String name, List<String> texts, JsonGenerator json) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void write(Coverage.Untraced untraced, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("what", untraced.what());
        json.writeStringProperty("reason", untraced.reason());
        json.writeStringProperty("remedy", untraced.remedy());
        json.writeEndObject();
    }
}
