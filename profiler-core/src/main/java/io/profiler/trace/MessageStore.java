// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a bean, or a method of one, as part of the message store: the layer that {@code profiler.trace-message-store}
 * turns on. On an interface it covers the methods that the interface declares.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface MessageStore {

    /** {@return name of the spans, without '-'; {@code message_store} if empty} */
    String value() default "";
}
