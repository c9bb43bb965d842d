// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import io.profiler.trace.TracedMethod;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Wrapper;
import java.util.Set;
import net.ttddyy.dsproxy.proxy.DataSourceNameAware;
import net.ttddyy.dsproxy.proxy.ProxyJdbcObject;
import org.jspecify.annotations.Nullable;

/** A connection or a statement of a profiled request: the library keeps the books, and the spans are ours. */
final class TracedObject implements InvocationHandler {

    /** Whose methods are answered without the database. */
    private static final Set<Class<?>> IDENTITY =
            Set.of(Object.class, Wrapper.class, ProxyJdbcObject.class, DataSourceNameAware.class);

    private final Object target;
    private final InvocationHandler library;
    private final CallSpans spans;
    private final Set<String> books;
    private final boolean tellsAll;

    /**
     * @param books methods that mean anything to the library
     * @param tellsAll whether spans are made of other methods, too
     */
    TracedObject(Object target, InvocationHandler library, CallSpans spans, Set<String> books, boolean tellsAll) {
        this.target = target;
        this.library = library;
        this.spans = spans;
        this.books = books;
        this.tellsAll = tellsAll;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (IDENTITY.contains(method.getDeclaringClass())) {
            return library.invoke(proxy, method, arguments);
        }
        boolean inBooks = books.contains(method.getName());
        if (!inBooks && !tellsAll) {
            return direct(method, arguments);
        }
        return call(
                method,
                arguments,
                inBooks ? () -> library.invoke(proxy, method, arguments) : () -> direct(method, arguments));
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments, JdbcCall call) throws Throwable {
        String name = method.getName();
        String outer = CurrentCall.enter(name);
        try {
            if (name.equals(outer)) {
                return direct(method, arguments);
            }
            Object result =
                    TracedMethod.isThreadProfiled() ? spans.around(name, arguments, outer != null, call) : call.make();
            return result instanceof ProxyJdbcObject made ? promised(method, made) : result;
        } finally {
            CurrentCall.leave(outer);
        }
    }

    /** A driver's interface may declare statements of a class of its own. */
    private static Object promised(Method method, ProxyJdbcObject made) {
        return method.getReturnType().isInstance(made) ? made : made.getTarget();
    }

    private @Nullable Object direct(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
