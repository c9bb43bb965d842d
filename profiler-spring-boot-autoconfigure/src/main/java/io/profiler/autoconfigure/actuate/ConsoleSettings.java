// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.env.Environment;
import tools.jackson.core.JsonGenerator;

/**
 * What the console has to know of the application.
 *
 * @param service name of the application
 * @param abilities what it lets the console do
 * @param applicationPort port of the application, null if it is the one that the console comes from
 * @param applicationScheme how that port is spoken to, null if as the console's is
 * @param contextPath what the application's paths begin with; empty, or a path without a slash at its end
 * @param endpointPath path of the endpoint, less what all paths of its server begin with
 * @param paths what the application is known to answer
 */
record ConsoleSettings(
        String service,
        ConsoleAbilities abilities,
        @Nullable Integer applicationPort,
        @Nullable String applicationScheme,
        String contextPath,
        String endpointPath,
        List<RequestPath> paths) {

    static ConsoleSettings of(
            Environment environment,
            ConsoleAbilities abilities,
            Prefixes prefixes,
            String endpointPath,
            List<RequestPath> paths) {
        boolean elsewhere = ManagementPortType.get(environment) == ManagementPortType.DIFFERENT;
        return new ConsoleSettings(
                service(environment),
                abilities,
                elsewhere ? environment.getProperty("local.server.port", Integer.class) : null,
                elsewhere ? new ServerEncryption(environment).schemeWhereOnlyOneIs() : null,
                prefixes.application(),
                endpointPath,
                paths);
    }

    static String service(Environment environment) {
        return environment.getProperty("spring.application.name", "application");
    }

    /** Where the console may send requests, as sources of a Content-Security-Policy. */
    List<String> origins() {
        return applicationPort == null || abilities.relaying()
                ? List.of("'self'")
                : List.of("'self'", "http://*:" + applicationPort, "https://*:" + applicationPort);
    }

    void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("service", service);
        json.writeBooleanProperty("readOnly", abilities.readOnly());
        json.writeName("applicationPort");
        if (applicationPort == null) {
            json.writeNull();
        } else {
            json.writeNumber(applicationPort);
        }
        json.writeStringProperty("applicationScheme", applicationScheme);
        json.writeStringProperty("contextPath", contextPath);
        json.writeStringProperty("endpointPath", endpointPath);
        json.writeBooleanProperty("recordable", abilities.recordable());
        json.writeBooleanProperty("strict", abilities.strict());
        json.writeBooleanProperty("relayed", abilities.relaying());
        writePaths(json);
        json.writeEndObject();
    }

    private void writePaths(JsonGenerator json) {
        json.writeArrayPropertyStart("paths");
        for (RequestPath path : paths) {
            json.writeStartArray();
            json.writeString(path.method());
            json.writeString(path.pattern());
            json.writeEndArray();
        }
        json.writeEndArray();
    }
}
