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
    /** Requests that are served, and the methods of controllers that serve them. */
    REQUESTS("requests and controllers", "profiler.trace-wsgi-transport", false),
    /** Beans that keep messages, by annotation or pointcut, as in Zaqar. */
    MESSAGE_STORES("message stores", "profiler.trace-message-store", false),
    /** Beans that keep what manages messages, by annotation or pointcut, as in Zaqar. */
    MANAGEMENT_STORES("management stores", "profiler.trace-management-store", false),
    /** Beans that the application marked itself; no property switches them off. */
    MARKED("beans with @Traced", null, true),
    /** Beans with {@code @Service}. */
    SERVICES("services", "profiler.trace-services", true),
    /** Repositories of Spring Data, and beans with {@code @Repository}. */
    REPOSITORIES("repositories", "profiler.trace-repositories", true),
    /** Statements of JDBC and R2DBC, whoever sends them through a bean. */
    SQL("SQL", "profiler.trace-sql", true),
    /** Commands for MongoDB and Redis. */
    COMMANDS("commands for MongoDB and Redis", "profiler.trace-commands", true),
    /** Requests to other services, through clients that Spring has built. */
    HTTP_CLIENTS("HTTP clients that are beans", "profiler.trace-http-clients", true),
    /** Messages that are sent and listened to. */
    MESSAGES("messages of RabbitMQ and Kafka", "profiler.trace-messaging", true),
    /** Micrometer's observations that nothing above stands for already. */
    OBSERVATIONS("what Spring observes", "profiler.trace-observations", true),
    /** Not spans, but where they belong: what a request hands to other threads stays in its trace. */
    THREADS("other threads", "profiler.trace-threads", true);

    private final String text;
    private final @Nullable String property;
    private final boolean byDefault;

    TraceSwitch(String text, @Nullable String property, boolean byDefault) {
        this.text = text;
        this.property = property;
        this.byDefault = byDefault;
    }

    /** {@return what is traced, in a few words, as console and endpoint show it} */
    public String text() {
        return text;
    }

    /** {@return the name of the property, {@code profiler.trace-sql}; null if it is always on} */
    public @Nullable String property() {
        return property;
    }

    /**
     * {@return whether it is on by what the properties say, or by default where they say nothing}
     *
     * @param properties of the application
     */
    public boolean isOn(PropertyResolver properties) {
        return property == null || properties.getProperty(property, Boolean.class, byDefault);
    }
}
