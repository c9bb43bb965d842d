// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

/**
 * A text that was looked through for secrets already, which takes time and needs to be done once. Its text is what
 * {@link #toString()} gives.
 *
 * @since 0.1
 */
public final class MaskedText {

    private final String text;

    MaskedText(ValueText text) {
        this.text = text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MaskedText masked && masked.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
