// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

/**
 * The configuration of Java's own logging, which makes an instance when a library logs there: nothing is written. To reset
 * it at the start would load it for those that never log.
 */
public final class NoLogging {

    /** Configures nothing. */
    public NoLogging() {}
}
