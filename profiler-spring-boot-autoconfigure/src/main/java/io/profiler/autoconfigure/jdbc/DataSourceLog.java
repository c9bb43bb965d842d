// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import io.profiler.autoconfigure.Coverage;
import io.profiler.autoconfigure.TraceSwitch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Says of which DataSources SQL is traced, and once of each other one why not. */
final class DataSourceLog implements SmartInitializingSingleton, Coverage.Source {

    private static final Logger logger = LoggerFactory.getLogger(DataSourceLog.class);

    private static final String REMEDY = "make it a bean of the interface DataSource, which nobody needs while beans"
            + " are still being prepared, or put spans around what it is used for";

    private final ConfigurableListableBeanFactory beanFactory;
    private final Map<String, String> untraced = new ConcurrentHashMap<>();

    DataSourceLog(ConfigurableListableBeanFactory beanFactory) {
        this.beanFactory = beanFactory;
    }

    void tellUntraced(String name, Class<?> type, String reason) {
        if (untraced.putIfAbsent(name, reason) == null) {
            logger.warn("SQL of the DataSource '{}' ({}) is not traced, because {}", name, type.getName(), reason);
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> traced = new ArrayList<>();
        made().forEach((name, bean) -> {
            if (DataSourceProxies.isTraced(bean)) {
                traced.add(name);
            } else {
                tellUntraced(name, bean.getClass(), "it was made before the profiler could stand in for it");
            }
        });
        if (!traced.isEmpty()) {
            logger.debug("SQL is traced of: {}", String.join(", ", traced));
        }
    }

    /** The DataSources that there are by now. */
    private Map<String, Object> made() {
        Map<String, Object> made = new LinkedHashMap<>();
        for (String name : beanFactory.getBeanNamesForType(DataSource.class, false, false)) {
            Object bean = beanFactory.getSingleton(name);
            if (bean != null) {
                made.put(name, bean);
            }
        }
        return made;
    }

    @Override
    public void addTo(Coverage coverage) {
        made().forEach((name, bean) -> {
            if (DataSourceProxies.isTraced(bean)) {
                String type = AopUtils.getTargetClass(bean).getName();
                coverage.add(TraceSwitch.SQL, Coverage.Bean.whole(name, type));
            }
        });
        untraced.forEach((name, reason) -> coverage.add(new Coverage.Untraced(name, reason, REMEDY)));
    }
}
