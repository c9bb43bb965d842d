// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Warns of what is set below {@code profiler.} and does nothing, or something else than was written; also while the
 * profiler is off, because a misspelt switch leaves it off. No value of a text is shown: it may be a key.
 */
final class SettingsCheck implements SmartInitializingSingleton {

    private static final Logger logger = LoggerFactory.getLogger(SettingsCheck.class);
    private static final ConfigurationPropertyName PROFILER = ConfigurationPropertyName.of("profiler");

    private final KnownProperties known = KnownProperties.of(
            ProfilerProperties.class, CollectorProperties.class, ReadingProperties.class, ConsoleProperties.class);
    private final Set<String> told = new HashSet<>();
    private final List<String> findings = new ArrayList<>();
    private final Environment environment;

    SettingsCheck(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void afterSingletonsInstantiated() {
        findings().forEach(logger::warn);
    }

    /** {@return a sentence for each setting that does nothing, or something else than was written} */
    List<String> findings() {
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource iterable) {
                iterable.stream().filter(PROFILER::isAncestorOf).forEach(name -> check(source, name));
            }
        }
        return findings;
    }

    private void check(ConfigurationPropertySource source, ConfigurationPropertyName name) {
        ConfigurationProperty property = source.getConfigurationProperty(name);
        Optional<KnownProperty> found = find(source, name);
        if (found.isEmpty()) {
            add(
                    name,
                    property,
                    " is not a property of the profiler. Did you mean '" + known.nearest(name.toString()) + "'?");
        } else if (property != null) {
            checkValue(found.get(), property);
        }
    }

    private Optional<KnownProperty> find(ConfigurationPropertySource source, ConfigurationPropertyName name) {
        ConfigurationPropertyName whole = name.isLastElementIndexed() ? name.getParent() : name;
        Optional<KnownProperty> found = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource
                ? known.findVariable(whole)
                : known.find(whole);
        return found.filter(property -> property.isList() || !name.isLastElementIndexed());
    }

    private void checkValue(KnownProperty property, ConfigurationProperty set) {
        if (property.isSwitch() && isNeitherTrueNorFalse(set.getValue())) {
            add(
                    set.getName(),
                    set,
                    " is '" + set.getValue() + "', which some switches take and others do not. Write true or false.");
        } else if (property.isText() && !(set.getValue() instanceof CharSequence)) {
            add(
                    set.getName(),
                    set,
                    " is not a text but a " + set.getValue().getClass().getSimpleName()
                            + ": YAML reads 0123 as 83, and 12_34 as 1234. Put the value into quotes.");
        }
    }

    private boolean isNeitherTrueNorFalse(Object value) {
        String text = environment.resolvePlaceholders(String.valueOf(value));
        return !text.isBlank() && !text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false");
    }

    private void add(ConfigurationPropertyName name, @Nullable ConfigurationProperty property, String fault) {
        String where = property == null || property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")";
        if (told.add(name + fault)) {
            findings.add("'" + name + "'" + where + fault);
        }
    }
}
