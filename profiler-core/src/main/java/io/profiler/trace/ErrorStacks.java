// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which errors have told in a trace where they were thrown. The innermost span that an error ends tells it; those above it,
 * also where it has become the cause of another, do not tell it again. Thread-safe.
 */
final class ErrorStacks {

    /** So that errors by the thousand, thrown and caught in a loop, cost no more than the first few. */
    private static final int MOST_STACKS = 16;

    private static final int LONGEST_CHAIN = 5;

    private final List<WeakReference<Throwable>> told = new ArrayList<>(0);
    private int stacks;

    /** The stacks of an error and its causes, told from now on; null if one of them is already, enough are, or none has any. */
    @Nullable
    String tellOnce(Throwable error, ArgumentCapture capture) {
        if (!capture.hasStacks() || isEnough()) {
            return null;
        }
        List<Throwable> chain = chain(error);
        boolean isThrownNowhere = chain.stream().allMatch(each -> each.getStackTrace().length == 0);
        return isThrownNowhere || !claim(chain) ? null : StackText.of(chain, capture);
    }

    private static List<Throwable> chain(Throwable error) {
        List<Throwable> chain = new ArrayList<>(2);
        Throwable next = error;
        while (next != null && chain.size() < LONGEST_CHAIN && !isIn(chain, next)) {
            chain.add(next);
            next = next.getCause();
        }
        return chain;
    }

    private static boolean isIn(List<Throwable> chain, Throwable error) {
        return chain.stream().anyMatch(known -> known == error);
    }

    private synchronized boolean isEnough() {
        return stacks == MOST_STACKS;
    }

    private synchronized boolean claim(List<Throwable> chain) {
        if (stacks == MOST_STACKS || chain.stream().anyMatch(this::isTold)) {
            return false;
        }
        stacks++;
        chain.forEach(error -> told.add(new WeakReference<>(error)));
        return true;
    }

    private boolean isTold(Throwable error) {
        return told.stream().anyMatch(reference -> reference.get() == error);
    }
}
