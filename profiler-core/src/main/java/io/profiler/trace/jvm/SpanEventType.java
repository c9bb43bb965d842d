// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.AnnotationElement;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.EventFactory;
import jdk.jfr.EventType;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.ValueDescriptor;

/**
 * The flight recorder's kind of event for spans: made while the JVM runs, as an annotation that says that an event is the context
 * of others is known from Java 25 on.
 */
public final class SpanEventType {

    /** By which it is switched off, printed and the like. */
    static final String NAME = "io.profiler.Span";

    private static final String CONTEXTUAL = "jdk.jfr.Contextual";

    private final EventFactory factory;
    private final EventType type;

    SpanEventType() {
        factory = EventFactory.create(
                List.of(
                        new AnnotationElement(Name.class, NAME),
                        new AnnotationElement(Label.class, "Span"),
                        new AnnotationElement(Description.class, "What a thread did in a span of a profiled request"),
                        new AnnotationElement(Category.class, new String[] {"Profiler"}),
                        new AnnotationElement(StackTrace.class, false)),
                List.of(
                        field("name", "Name", true),
                        field("baseId", "Trace", true),
                        field("traceId", "Span", true),
                        field("parentId", "Span Around", false),
                        field("service", "Service", false)));
        type = factory.getEventType();
    }

    private static ValueDescriptor field(String name, String label, boolean isContext) {
        List<AnnotationElement> annotations = new ArrayList<>();
        annotations.add(new AnnotationElement(Label.class, label));
        if (isContext) {
            addContextual(annotations);
        }
        return new ValueDescriptor(String.class, name, annotations);
    }

    private static void addContextual(List<AnnotationElement> annotations) {
        try {
            annotations.add(new AnnotationElement(Class.forName(CONTEXTUAL).asSubclass(Annotation.class)));
        } catch (ClassNotFoundException olderJava) {
            return;
        }
    }

    /** Whether a recording wants events of this kind. */
    boolean isEnabled() {
        return type.isEnabled();
    }

    /**
     * A thread begins to work in a span.
     *
     * @return to be ended on the same thread
     */
    public Event begin() {
        Event event = factory.newEvent();
        event.begin();
        return event;
    }

    /**
     * The thread works in the span no more.
     *
     * @param begun what {@link #begin} returned
     * @param name of the span
     * @param baseId of the trace
     * @param traceId of the span
     * @param parentId of the span around it
     * @param service that it is a span of
     */
    public void end(Event begun, String name, String baseId, String traceId, String parentId, String service) {
        begun.end();
        if (begun.shouldCommit()) {
            begun.set(0, name);
            begun.set(1, baseId);
            begun.set(2, traceId);
            begun.set(3, parentId);
            begun.set(4, service);
            begun.commit();
        }
    }
}
