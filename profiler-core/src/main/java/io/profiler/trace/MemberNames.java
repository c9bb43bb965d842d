// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.internal.FirstUsed;
import io.profiler.trace.mask.SecretMask;

/** The names of what is said of spans. Thread-safe: each is looked at once, since mostly the code names them. */
final class MemberNames {

    /** What is longer may be made of anything, and is looked at each time. */
    static final int LONGEST = 64;

    private static final int MOST = 1_000;

    private final SecretMask mask;
    private final int maxTextLength;
    private final FirstUsed<String, MemberName> known = new FirstUsed<>(MOST, this::make);

    MemberNames(SecretMask mask, int maxTextLength) {
        this.mask = mask;
        this.maxTextLength = maxTextLength;
    }

    /**
     * @param name no longer than a text may be
     */
    MemberName of(String name) {
        return name.length() <= LONGEST ? known.of(name) : make(name);
    }

    private MemberName make(String name) {
        String shown = text().plain(name).toString();
        return new MemberName(key(shown), mask.isSecret(shown));
    }

    /** BSON ends a name at the first NUL. */
    private String key(String name) {
        return text().masked(name).toString().replace('\0', '\ufffd');
    }

    private ValueText text() {
        return new ValueText(mask, maxTextLength);
    }
}
