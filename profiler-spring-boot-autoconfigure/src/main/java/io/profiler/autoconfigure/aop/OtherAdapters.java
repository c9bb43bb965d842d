// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;

/**
 * The adapters for handlers that are there without one of the profiler's, in the order in which Spring asks them. They are looked
 * for when one is needed, as Spring itself looks for them with the first request.
 */
final class OtherAdapters<A> {

    private final ApplicationContext context;
    private final Class<A> type;
    private final A own;
    private volatile @Nullable List<A> others;

    OtherAdapters(ApplicationContext context, Class<A> type, A own) {
        this.context = context;
        this.type = type;
        this.own = own;
    }

    /** The first one that fits; null if there is none. */
    @Nullable
    A find(Predicate<A> fitting) {
        for (A adapter : others()) {
            if (fitting.test(adapter)) {
                return adapter;
            }
        }
        return null;
    }

    private List<A> others() {
        List<A> known = others;
        if (known == null) {
            known = new ArrayList<>(BeanFactoryUtils.beansOfTypeIncludingAncestors(context, type, true, false)
                    .values());
            known.removeIf(adapter -> adapter == own);
            AnnotationAwareOrderComparator.sort(known);
            others = known;
        }
        return known;
    }
}
