// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import java.util.Locale;

/** Why the calls of methods that a request asks for are not told. */
public enum Refusal {
    /** This Java tells none. */
    JAVA,
    /** It names no methods, or by an annotation, of which nobody knows whose they are. */
    MALFORMED,
    /** The application lets nobody ask for them. */
    NOT_ALLOWED,
    /** The application names others by an annotation: whose a call is that requests ask for could not be told. */
    BY_ANNOTATION,
    /** So many others are asked for. */
    TOO_MANY,
    /** What requests asked for was called so often lately that it would cost too much. */
    TOO_OFTEN;

    /** {@return the reason as a trace tells it} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
