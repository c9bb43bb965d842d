// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

/** What a name says about its value. */
enum Secrecy {
    /** It is shown. */
    NONE,

    /** It is secret if it looks like something that was made up or drawn: {@code auth}, {@code session}. */
    PERHAPS,

    /** It is secret if it has as many digits as a code has: {@code pin}. */
    IF_CODE,

    /** It is secret unless it is a short number: {@code token}. */
    UNLESS_SHORT_NUMBER,

    /** It is secret unless it is a number: {@code tokens}. */
    UNLESS_NUMBER,

    /** It is secret. */
    CERTAIN
}
