// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/**
 * What can be traced, and the property that switches it on or off.
 *
 * @since 0.1
 */
public enum TraceSwitch {
    REQUESTS("requests and controllers", "profiler.trace-wsgi-transport", false),
    MESSAGE_STORES("message stores", "profiler.trace-message-store", false),
    MANAGEMENT_STORES("management stores", "profiler.trace-management-store", false),
    MARKED("beans with @Traced", null, true),
    SERVICES("services", "profiler.trace-services", true),
    REPOSITORIES("repositories", "profiler.trace-repositories", true),
    SQL("SQL", "profiler.trace-sql", true),
    COMMANDS("commands for MongoDB and Redis", "profiler.trace-commands", true),
    HTTP_CLIENTS("HTTP clients that are beans", "profiler.trace-http-clients", true),
    MESSAGES("messages of RabbitMQ and Kafka", "profiler.trace-messaging", true),
    OBSERVATIONS("what Spring observes", "profiler.trace-observations", true),
    THREADS("other threads", "profiler.trace-threads", true);

    private final String text;
    private final @Nullable String property;
    private final boolean byDefault;

    TraceSwitch(String text, @Nullable String property, boolean byDefault) {
        this.text = text;
        this.property = property;
        this.byDefault = byDefault;
    }

    /** What is traced, in a few words. */
    public String text() {
        return text;
    }

    /** Name of the property; null if it is always on. */
    public @Nullable String property() {
        return property;
    }

    /** Whether it is on by what the properties say. */
    public boolean isOn(PropertyResolver properties) {
        return property == null || properties.getProperty(property, Boolean.class, byDefault);
    }
}
