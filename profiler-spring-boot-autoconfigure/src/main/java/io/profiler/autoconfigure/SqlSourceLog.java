// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Says of which beans that give connections SQL is traced, and once of each other one why not.
 *
 * @since 0.1
 */
public final class SqlSourceLog implements SmartInitializingSingleton, Coverage.Source {

    private static final Logger logger = LoggerFactory.getLogger(SqlSourceLog.class);

    private static final String REMEDY = "make it a bean of the interface %s, which nobody needs while beans are still"
            + " being prepared, or put spans around what it is used for";

    private final ConfigurableListableBeanFactory beanFactory;
    private final Class<?> kind;
    private final Predicate<Object> isTraced;
    private final Map<String, String> untraced = new ConcurrentHashMap<>();

    /**
     * Looks at the beans of one factory.
     *
     * @param beanFactory asked for beans that are there; makes none
     * @param kind the interface of the beans, as messages name it
     * @param isTraced whether such a bean, as others have it injected, is the profiler's proxy
     */
    public SqlSourceLog(ConfigurableListableBeanFactory beanFactory, Class<?> kind, Predicate<Object> isTraced) {
        this.beanFactory = beanFactory;
        this.kind = kind;
        this.isTraced = isTraced;
    }

    /**
     * Says why a bean is not traced, if that was not said before: in the log as a warning, and in the coverage.
     *
     * @param name of the bean
     * @param type its class
     * @param reason the end of a sentence that begins with <em>because</em>
     */
    public void tellUntraced(String name, Class<?> type, String reason) {
        if (untraced.putIfAbsent(name, reason) == null) {
            logger.warn(
                    "SQL of the {} '{}' ({}) is not traced, because {}",
                    kind.getSimpleName(),
                    name,
                    type.getName(),
                    reason);
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> traced = new ArrayList<>();
        made().forEach((name, bean) -> {
            if (isTraced.test(bean)) {
                traced.add(name);
            } else {
                tellUntraced(name, bean.getClass(), "it was made before the profiler could stand in for it");
            }
        });
        if (!traced.isEmpty()) {
            logger.debug("SQL is traced of: {}", String.join(", ", traced));
        }
    }

    /** Those that there are by now. */
    private Map<String, Object> made() {
        Map<String, Object> made = new LinkedHashMap<>();
        for (String name : beanFactory.getBeanNamesForType(kind, false, false)) {
            Object bean = beanFactory.getSingleton(name);
            // What a factory bean makes is not to be had without making it.
            if (bean != null && !(bean instanceof FactoryBean)) {
                made.put(name, bean);
            }
        }
        return made;
    }

    @Override
    public void addTo(Coverage coverage) {
        made().forEach((name, bean) -> {
            if (isTraced.test(bean)) {
                String type = AopUtils.getTargetClass(bean).getName();
                coverage.add(TraceSwitch.SQL, Coverage.Bean.whole(name, type));
            }
        });
        String remedy = REMEDY.formatted(kind.getSimpleName());
        untraced.forEach((name, reason) -> coverage.add(new Coverage.Untraced(name, reason, remedy)));
    }
}
