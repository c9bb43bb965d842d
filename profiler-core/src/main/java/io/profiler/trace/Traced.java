// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts a span around a method of a Spring bean, or around every public method of its class. It needs no layer's switch:
 * the spans are written whenever a request is profiled.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Traced {

    /** {@return name of the spans, without '-'} */
    String value();

    /** {@return what else the start of each span says, as {@code key=value}} */
    String[] info() default {};

    /**
     * Keeps the arguments out of the trace even where {@code profiler.capture.arguments} is on.
     *
     * @return true to hide them
     */
    boolean hideArguments() default false;

    /**
     * Puts the result into the trace, as text.
     *
     * @return true to show it
     */
    boolean showResult() default false;
}
