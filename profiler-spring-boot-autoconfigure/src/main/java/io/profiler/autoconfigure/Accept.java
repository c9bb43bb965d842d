// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

/**
 * What may ask for a profile.
 *
 * @since 0.1
 */
public enum Accept {
    /** Tokens, and OSprofiler's two headers. */
    ANY,
    /** Tokens alone. */
    STRICT
}
