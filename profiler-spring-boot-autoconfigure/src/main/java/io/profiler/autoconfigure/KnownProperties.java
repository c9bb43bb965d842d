// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.internal.EditDistance;
import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.util.Assert;

/** What can be set below {@code profiler.}, by the records that it is bound to. */
final class KnownProperties {

    private final Map<String, RecordComponent> components = new TreeMap<>();

    private KnownProperties() {}

    static KnownProperties of(Class<?>... records) {
        KnownProperties known = new KnownProperties();
        for (Class<?> type : records) {
            ConfigurationProperties bound = type.getAnnotation(ConfigurationProperties.class);
            Assert.state(bound != null, "not bound to properties");
            known.add(bound.value(), type);
        }
        return known;
    }

    private void add(String prefix, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + '.' + DataObjectPropertyName.toDashedForm(component.getName());
            if (component.getType().isRecord()) {
                add(name, component.getType());
            } else {
                components.put(name, component);
            }
        }
    }

    Set<String> names() {
        return components.keySet();
    }

    /** The property that a name in whatever form means. */
    Optional<KnownProperty> find(ConfigurationPropertyName name) {
        return find(known -> ConfigurationPropertyName.of(known).equals(name));
    }

    /**
     * The property that a variable of the system's environment means.
     *
     * @param name its name with a dot for each underscore
     */
    Optional<KnownProperty> findVariable(ConfigurationPropertyName name) {
        String words = name.toString().replace("-", "").toLowerCase(Locale.ROOT);
        return find(known ->
                known.replace("-", "").equals(words) || known.replace('-', '.').equals(words));
    }

    private Optional<KnownProperty> find(Predicate<String> name) {
        return components.entrySet().stream()
                .filter(entry -> name.test(entry.getKey()))
                .findFirst()
                .map(entry -> new KnownProperty(entry.getKey(), entry.getValue()));
    }

    /** The name that was probably meant. */
    String nearest(String name) {
        return components.keySet().stream()
                .min(Comparator.comparingInt(known -> distance(known, name)))
                .orElseThrow();
    }

    /** A name that is right but for its group is as good as one with a wrong letter. */
    private static int distance(String known, String name) {
        return Math.min(
                EditDistance.between(known, name), 1 + EditDistance.between(lastElement(known), lastElement(name)));
    }

    private static String lastElement(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
