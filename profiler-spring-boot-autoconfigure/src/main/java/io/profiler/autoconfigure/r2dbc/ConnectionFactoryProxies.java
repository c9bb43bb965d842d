// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.r2dbc;

import io.profiler.autoconfigure.SqlSourceKinds;
import io.profiler.autoconfigure.SqlSourceLog;
import io.r2dbc.spi.ConnectionFactory;
import java.util.Arrays;
import java.util.Map;
import org.aopalliance.aop.Advice;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.util.ClassUtils;

/** Makes what stands in for a connection factory: the proxy that is there anyway, a subclass, or a proxy of its interfaces. */
final class ConnectionFactoryProxies {

    private final SqlSourceKinds kinds;
    private final SqlSourceLog log;
    private final boolean parameters;

    ConnectionFactoryProxies(SqlSourceKinds kinds, SqlSourceLog log, boolean parameters) {
        this.kinds = kinds;
        this.log = log;
        this.parameters = parameters;
    }

    /** Whether its connections are traced. */
    static boolean isTraced(Object bean) {
        return bean instanceof Advised advised
                && Arrays.stream(advised.getAdvisors())
                        .anyMatch(advisor -> advisor.getAdvice() instanceof ConnectionFactoryAdvice);
    }

    /** What stands in for the bean; the bean itself, if nothing can. */
    Object inFrontOf(ConnectionFactory bean, String name) {
        if (name.endsWith(AutowireCapableBeanFactory.ORIGINAL_INSTANCE_SUFFIX) || isTraced(bean)) {
            return bean;
        }
        try {
            return traced(bean, name);
        } catch (RuntimeException | LinkageError fault) {
            log.tellUntraced(name, bean.getClass(), "a proxy of it cannot be made: " + fault);
            return bean;
        }
    }

    private Object traced(ConnectionFactory bean, String name) {
        Map<String, String> source = Map.of("source", name);
        Advice advice = new ConnectionFactoryAdvice(new TracedObjects(source, parameters), source);
        if (bean instanceof Advised advised && !advised.isFrozen()) {
            advised.addAdvice(0, advice);
            return bean;
        }
        String obstacle = SqlSourceKinds.obstacleWithoutFields(bean.getClass());
        if (obstacle != null && !kinds.isKnownByInterface(bean, name)) {
            log.tellUntraced(name, bean.getClass(), obstacle);
            return bean;
        }
        return proxy(bean, advice, obstacle == null);
    }

    private static Object proxy(ConnectionFactory bean, Advice advice, boolean ofClass) {
        ClassLoader loader = bean.getClass().getClassLoader();
        ProxyFactory factory = new ProxyFactory();
        factory.setTarget(bean);
        factory.addAdvice(advice);
        factory.setProxyTargetClass(ofClass);
        if (!ofClass) {
            factory.setInterfaces(ClassUtils.getAllInterfacesForClass(bean.getClass(), loader));
        }
        return factory.getProxy(loader);
    }
}
