// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.Exceptions;

/** The status that becomes of errors that do not name one. It is made when the request's filters have ended. */
final class UnknownErrors {

    private static final int SERVER_ERROR = 500;
    private static final String ATTRIBUTES = "org.springframework.boot.webflux.error.ErrorAttributes";

    private final ListableBeanFactory beans;
    private volatile @Nullable Boolean areSprings;

    UnknownErrors(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** Null where it cannot be known: the application may have a say in it, or nobody answers. */
    @Nullable
    Integer status(Throwable error) {
        return error instanceof ErrorResponse || Exceptions.isFatal(error) || !areSprings() ? null : SERVER_ERROR;
    }

    private boolean areSprings() {
        Boolean known = areSprings;
        if (known == null) {
            known = answering().stream()
                    .allMatch(bean -> bean.getClass().getName().startsWith("org.springframework."));
            areSprings = known;
        }
        return known;
    }

    private List<Object> answering() {
        List<Object> answering =
                new ArrayList<>(beans.getBeansOfType(WebExceptionHandler.class).values());
        ClassLoader loader = UnknownErrors.class.getClassLoader();
        if (ClassUtils.isPresent(ATTRIBUTES, loader)) {
            answering.addAll(beans.getBeansOfType(ClassUtils.resolveClassName(ATTRIBUTES, loader))
                    .values());
        }
        return answering;
    }
}
