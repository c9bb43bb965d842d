// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.UrlResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.util.StringUtils;

/** The modules that Spring Data chooses among, found where it looks for them itself. */
record SpringDataModules(List<String> artifacts) {

    private static final String FACTORY = "org.springframework.data.repository.core.support.RepositoryFactorySupport";
    private static final Pattern STORE = Pattern.compile("org\\.springframework\\.data\\.(\\w+)\\..*");

    static SpringDataModules of(ClassLoader loader) {
        List<String> artifacts = new ArrayList<>();
        try {
            for (URL factories : Collections.list(loader.getResources("META-INF/spring.factories"))) {
                artifacts(factories)
                        .filter(artifact -> !artifacts.contains(artifact))
                        .forEach(artifacts::add);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new SpringDataModules(artifacts);
    }

    private static Stream<String> artifacts(URL factories) throws IOException {
        String names =
                PropertiesLoaderUtils.loadProperties(new UrlResource(factories)).getProperty(FACTORY);
        return Stream.of(StringUtils.commaDelimitedListToStringArray(names))
                .map(String::strip)
                .map(STORE::matcher)
                .filter(Matcher::matches)
                .map(store -> "spring-data-" + store.group(1));
    }

    boolean areSeveral() {
        return artifacts.size() > 1;
    }

    boolean has(String artifact) {
        return artifacts.contains(artifact);
    }

    @Override
    public String toString() {
        return String.join(" and ", artifacts);
    }
}
