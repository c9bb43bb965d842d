// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

/** Finds one kind of secret, in time that grows no faster than the text. */
@FunctionalInterface
interface SecretFinder {

    void find(ReadText text, Cover cover);
}
