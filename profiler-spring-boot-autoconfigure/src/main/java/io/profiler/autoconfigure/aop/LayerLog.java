// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.Coverage;
import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.TraceSwitch;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Says when all singletons are there what is traced, and what to write where nothing is. */
final class LayerLog implements SmartInitializingSingleton {

    private static final Logger logger = LoggerFactory.getLogger(LayerLog.class);

    private final List<Layer> layers;
    private final UntracedLog untraced;
    private final ConfigurableListableBeanFactory beanFactory;
    private final ApplicationClasses applicationClasses;

    LayerLog(List<Layer> layers, UntracedLog untraced, ConfigurableListableBeanFactory beanFactory) {
        this.layers = layers;
        this.untraced = untraced;
        this.beanFactory = beanFactory;
        this.applicationClasses = new ApplicationClasses(beanFactory);
    }

    @Override
    public void afterSingletonsInstantiated() {
        logger.info(
                "Traced: {}",
                layers.stream().map(layer -> layer.text().count(count(layer))).collect(Collectors.joining(", ")));
        if (logger.isDebugEnabled()) {
            Guard.run(this::tellAll);
        }
        untraced.tellLibraryClasses();
        layers.forEach(this::advise);
    }

    /** Of controllers, those of the application: libraries bring some with every start, as Spring Boot does for errors. */
    private int count(Layer layer) {
        Set<String> beans = layer.traced();
        return layer.traceSwitch() == TraceSwitch.REQUESTS
                ? (int) beans.stream().filter(this::isOfApplication).count()
                : beans.size();
    }

    private boolean isOfApplication(String bean) {
        Class<?> type = beanFactory.containsBean(bean) ? Guard.call(() -> beanFactory.getType(bean, false)) : null;
        return type == null || applicationClasses.contain(type);
    }

    /** As the endpoint does. */
    private void tellAll() {
        Coverage coverage = new Coverage();
        new LayerCoverage(layers, untraced, beanFactory).addTo(coverage);
        for (Layer layer : layers) {
            for (Coverage.Bean bean : coverage.traced(layer.traceSwitch())) {
                logger.debug(
                        "Traced {}: '{}' {}; not seen, as they come from within: {}",
                        layer.text().one(),
                        bean.name(),
                        bean.methods(),
                        bean.insideCalls());
            }
        }
        for (Coverage.Untraced what : coverage.untraced()) {
            logger.debug("Not traced: {}, because {}. What to do: {}", what.what(), what.reason(), what.remedy());
        }
    }

    private void advise(Layer layer) {
        String advice = layer.methods().advice(layer.hasMatched());
        if (advice == null) {
            return;
        }
        if (isAwaited(layer)) {
            logger.info("{} (so far: beans that are made later are looked at then)", advice);
        } else {
            logger.warn(advice);
        }
    }

    /** Beans that are made when they are wanted may belong to the layer. */
    private boolean isAwaited(Layer layer) {
        return Arrays.stream(beanFactory.getBeanDefinitionNames())
                .filter(name -> !beanFactory.containsSingleton(name))
                .filter(name -> !beanFactory.getBeanDefinition(name).isAbstract())
                .anyMatch(name -> mayHold(layer, name));
    }

    private boolean mayHold(Layer layer, String name) {
        try {
            Class<?> type = beanFactory.getType(name, false);
            LayerMethods points = layer.methods().forBean(name, beanFactory);
            return type == null || points.isCandidate(type) && points.isMeantFor(type);
        } catch (RuntimeException | LinkageError unknown) {
            return true;
        }
    }
}
