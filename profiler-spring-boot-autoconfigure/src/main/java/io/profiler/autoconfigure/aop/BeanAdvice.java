// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.aop.proxy.BeanClass;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts advice in front of the beans that have trace points, where it changes nothing else. */
final class BeanAdvice {

    private static final Logger logger = LoggerFactory.getLogger(BeanAdvice.class);

    /** Decided once for all beans of a name: Spring makes a class of proxies for each different advice. */
    private final Map<BeanKey, BeanDecision> decisions = new ConcurrentHashMap<>();

    private final BeanDecisions making;
    private final BeanProxies proxies;

    BeanAdvice(BeanDecisions making, BeanProxies proxies) {
        this.making = making;
        this.proxies = proxies;
    }

    private record BeanKey(String name, Class<?> type) {}

    /** The bean with advice in front of it; the bean itself, if it has no trace points or cannot be traced. */
    Object apply(Object bean, String name) {
        try {
            return InfrastructureBeans.contain(bean, name) || BeanProxies.isTraced(bean) ? bean : advised(bean, name);
        } catch (RuntimeException | LinkageError unreadable) {
            logger.debug("'{}' is not traced, because its methods cannot be read", name, unreadable);
            return bean;
        }
    }

    private Object advised(Object bean, String name) {
        BeanDecision decision = decision(bean, new BeanKey(name, BeanClass.of(bean)));
        return decision.advisors().isEmpty() ? bean : proxies.put(decision, bean);
    }

    private BeanDecision decision(Object bean, BeanKey key) {
        BeanDecision known = decisions.get(key);
        if (known == null) {
            known = making.make(bean, key.name(), key.type());
            if (decisions.size() < Layer.MOST_BEANS) {
                decisions.put(key, known);
            }
        }
        return known;
    }
}
