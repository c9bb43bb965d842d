// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import io.profiler.autoconfigure.OwnNames;
import io.profiler.autoconfigure.SqlSourceKinds;
import io.profiler.autoconfigure.SqlSourceLog;
import java.util.Arrays;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.util.ClassUtils;

/** Makes what stands in for a DataSource: the proxy that is there anyway, a subclass, or a proxy of its interfaces. */
final class DataSourceProxies {

    private final SqlSourceKinds kinds;
    private final SqlSourceLog log;
    private final boolean parameters;

    DataSourceProxies(SqlSourceKinds kinds, SqlSourceLog log, boolean parameters) {
        this.kinds = kinds;
        this.log = log;
        this.parameters = parameters;
    }

    /** Whether its connections are traced. */
    static boolean isTraced(Object bean) {
        return bean instanceof Advised advised
                && Arrays.stream(advised.getAdvisors())
                        .anyMatch(advisor -> advisor.getAdvice() instanceof DataSourceAdvice);
    }

    /** What stands in for the bean; the bean itself, if nothing can. */
    Object inFrontOf(DataSource bean, String name) {
        if (isOwn(name) || isTraced(bean)) {
            return bean;
        }
        try {
            return traced(bean, name);
        } catch (RuntimeException | LinkageError fault) {
            log.tellUntraced(name, bean.getClass(), "a proxy of it cannot be made: " + fault);
            return bean;
        }
    }

    private static boolean isOwn(String name) {
        return OwnNames.contain(name) || name.endsWith(AutowireCapableBeanFactory.ORIGINAL_INSTANCE_SUFFIX);
    }

    private Object traced(DataSource bean, String name) {
        DataSourceAdvice advice = new DataSourceAdvice(new TracedConnections(name, parameters));
        if (bean instanceof Advised advised && !advised.isFrozen()) {
            advised.addAdvice(0, advice);
            return bean;
        }
        String obstacle = SqlSourceKinds.obstacle(bean.getClass());
        return obstacle == null ? ofClass(bean, name, advice) : ofInterfaces(bean, name, advice, obstacle);
    }

    private Object ofClass(DataSource bean, String name, DataSourceAdvice advice) {
        try {
            ProxyFactory factory = factory(bean, advice);
            factory.setProxyTargetClass(true);
            Object proxy = factory.getProxy(bean.getClass().getClassLoader());
            advice.keepAlike(AlikeFields.of(bean, proxy));
            return proxy;
        } catch (RuntimeException | LinkageError fault) {
            return ofInterfaces(bean, name, advice, "a subclass of it cannot be made: " + fault);
        }
    }

    private Object ofInterfaces(DataSource bean, String name, DataSourceAdvice advice, String obstacle) {
        if (!kinds.isKnownByInterface(bean, name)) {
            log.tellUntraced(name, bean.getClass(), obstacle);
            return bean;
        }
        ClassLoader loader = bean.getClass().getClassLoader();
        ProxyFactory factory = factory(bean, advice);
        factory.setInterfaces(ClassUtils.getAllInterfacesForClass(bean.getClass(), ownLoader(loader)));
        return factory.getProxy(ownLoader(loader));
    }

    /** One that sees Spring's interfaces, too. */
    private static @Nullable ClassLoader ownLoader(@Nullable ClassLoader loader) {
        return ClassUtils.isPresent(Advised.class.getName(), loader) ? loader : Advised.class.getClassLoader();
    }

    private static ProxyFactory factory(DataSource bean, DataSourceAdvice advice) {
        ProxyFactory factory = new ProxyFactory();
        factory.setTarget(bean);
        factory.addAdvice(advice);
        return factory;
    }
}
