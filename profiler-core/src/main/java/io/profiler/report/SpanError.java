// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import org.jspecify.annotations.Nullable;

/**
 * The error that ended a span, as the program that ran it saw it.
 *
 * @param type name of the exception's class
 * @param message its message, null if there was none
 * @since 0.1
 */
public record SpanError(String type, @Nullable String message) {

    /**
     * {@return what a record says of an error; null if it names no type}
     *
     * @param type {@code info.etype} of its stop, whatever the writer put there
     * @param message {@code info.message} of it
     */
    public static @Nullable SpanError of(@Nullable Object type, @Nullable Object message) {
        return type == null ? null : new SpanError(type.toString(), message == null ? null : message.toString());
    }

    /** {@return the type without its package} */
    public String simpleType() {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
        return message == null || message.isEmpty() ? type : type + ": " + message;
    }
}
