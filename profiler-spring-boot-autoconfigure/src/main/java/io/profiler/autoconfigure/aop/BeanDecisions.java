// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.aop.proxy.BeanClass;
import io.profiler.autoconfigure.aop.proxy.Obstacle;
import io.profiler.autoconfigure.aop.proxy.ProxyKind;
import io.profiler.autoconfigure.aop.proxy.ProxyKinds;
import io.profiler.autoconfigure.aop.proxy.Remedy;
import io.profiler.autoconfigure.aop.proxy.UnaskedObstacles;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.BeanFactory;

/** Finds the trace points of a bean in each layer, and whether a proxy can stand in for it. */
final class BeanDecisions {

    private static final Logger logger = LoggerFactory.getLogger(BeanDecisions.class);
    private static final Obstacle NOTHING_PUBLIC = new Obstacle("none of its marked methods is public", Remedy.PUBLIC);

    private final List<Layer> layers;
    private final BeanFactory beanFactory;
    private final ProxyKinds proxyKinds;
    private final UntracedLog untraced;

    BeanDecisions(List<Layer> layers, BeanFactory beanFactory, ProxyKinds proxyKinds, UntracedLog untraced) {
        this.layers = layers;
        this.beanFactory = beanFactory;
        this.proxyKinds = proxyKinds;
        this.untraced = untraced;
    }

    /** What cannot be read of the class cannot be read later either. */
    BeanDecision make(Object bean, String name, Class<?> type) {
        try {
            return decide(bean, name, type);
        } catch (RuntimeException | LinkageError unreadable) {
            tellUnreadable(type, unreadable);
            return BeanDecision.LEFT_ALONE;
        }
    }

    private BeanDecision decide(Object bean, String name, Class<?> type) {
        Map<Layer, LayerMethods> candidates = candidates(name, type);
        Map<Layer, BeanMethods> found = found(candidates, type);
        if (!found.isEmpty()) {
            return decide(bean, name, found);
        }
        if (candidates.values().stream().anyMatch(points -> points.isMarked(type))) {
            untraced.tell(type, NOTHING_PUBLIC, false);
        }
        return BeanDecision.LEFT_ALONE;
    }

    private void tellUnreadable(Class<?> type, Throwable fault) {
        if (isMarked(type)) {
            untraced.tell(type, Obstacle.of("its methods cannot be read: " + fault), false);
        } else {
            logger.debug("{} is not traced, because its methods cannot be read", type.getName(), fault);
        }
    }

    private boolean isMarked(Class<?> type) {
        for (Layer layer : layers) {
            if (isMarked(layer, type)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMarked(Layer layer, Class<?> type) {
        try {
            return layer.methods().isMarked(type);
        } catch (RuntimeException | LinkageError methodsUnreadable) {
            return false;
        }
    }

    private Map<Layer, LayerMethods> candidates(String name, Class<?> type) {
        Map<Layer, LayerMethods> candidates = new LinkedHashMap<>();
        for (Layer layer : unaskedLast()) {
            LayerMethods points = layer.methods().forBean(name, beanFactory);
            if (points.isCandidate(type)) {
                candidates.put(layer, points);
            }
        }
        return candidates;
    }

    private List<Layer> unaskedLast() {
        return layers.stream()
                .sorted(Comparator.comparing(layer -> layer.methods().isUnasked()))
                .toList();
    }

    private Map<Layer, BeanMethods> found(Map<Layer, LayerMethods> candidates, Class<?> type) {
        Map<Layer, BeanMethods> found = new LinkedHashMap<>();
        candidates.forEach((layer, points) -> {
            BeanMethods resolved = new BeanMethods(unclaimed(points, List.copyOf(found.values())), type);
            if (resolved.isEmpty()) {
                return;
            }
            layer.match();
            if (points.isMeantFor(type)) {
                found.put(layer, resolved);
            } else {
                untraced.addLibraryClass(type);
            }
        });
        return found;
    }

    private static LayerMethods unclaimed(LayerMethods points, List<BeanMethods> claimed) {
        return points.isUnasked() ? new UnclaimedMethods(points, claimed) : points;
    }

    /** Whoever reads of a scoped bean what a proxy does not have meets Spring's in any case. */
    private BeanDecision decide(Object bean, String name, Map<Layer, BeanMethods> found) {
        boolean isUnasked = areAll(found, LayerMethods::isUnasked);
        boolean isToldAnyway = areAll(found, layer -> layer.isUnasked() || layer.areToldAnyway()) && !isUnasked;
        Obstacle obstacle = (isUnasked || isToldAnyway) && !ScopedProxyUtils.isScopedTarget(name)
                ? UnaskedObstacles.find(bean, isToldAnyway)
                : null;
        ProxyKind kind = obstacle == null ? proxyKinds.of(bean, name) : ProxyKind.none(obstacle);
        if (kind.obstacle() != null) {
            if (isToldAnyway) {
                untraced.tellOfProxy(BeanClass.written(bean), kind.obstacle());
            } else {
                untraced.tell(BeanClass.written(bean), kind.obstacle(), isUnasked);
            }
            return BeanDecision.LEFT_ALONE;
        }
        found.values().removeIf(points -> !points.canBeCalled());
        if (found.isEmpty()) {
            untraced.tell(BeanClass.written(bean), NOTHING_PUBLIC, isUnasked);
        }
        found.forEach((layer, methods) -> layer.trace(name, methods));
        return new BeanDecision(
                found.values().stream().map(TracingPointcut::advisor).toList(), kind.isByClass(), isUnasked);
    }

    private static boolean areAll(Map<Layer, BeanMethods> found, Predicate<LayerMethods> kind) {
        return found.keySet().stream().map(Layer::methods).allMatch(kind);
    }
}
