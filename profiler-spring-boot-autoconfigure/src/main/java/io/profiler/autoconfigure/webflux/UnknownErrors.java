// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
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
            known = isOfSpringAlone(WebExceptionHandler.class) && isOfSpringAlone(attributes());
            areSprings = known;
        }
        return known;
    }

    /** No bean is made for it: one that nobody can tell the class of may be the application's. */
    private boolean isOfSpringAlone(@Nullable Class<?> type) {
        return type == null
                || Stream.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type, true, false))
                        .map(name -> beans.getType(name, false))
                        .allMatch(UnknownErrors::isOfSpring);
    }

    private static boolean isOfSpring(@Nullable Class<?> type) {
        return type != null
                && type.getName().startsWith("org.springframework.")
                && !type.getName().startsWith("org.springframework.samples.");
    }

    private static @Nullable Class<?> attributes() {
        ClassLoader loader = UnknownErrors.class.getClassLoader();
        return ClassUtils.isPresent(ATTRIBUTES, loader) ? ClassUtils.resolveClassName(ATTRIBUTES, loader) : null;
    }
}
