// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;

/**
 * A repository may be missing because a starter of the profiler brings a second Spring Data module: then Spring Data takes
 * only repositories that say by their types which module they are for.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class MissingRepositoryFailureAnalyzer extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {

    private static final String REPOSITORY = "org.springframework.data.repository.Repository";
    private static final String DEFINITION = "org.springframework.data.repository.RepositoryDefinition";

    @Override
    protected @Nullable FailureAnalysis analyze(
            Throwable rootFailure, NoSuchBeanDefinitionException cause, @Nullable String description) {
        ResolvableType missing = cause.getResolvableType();
        Class<?> type = missing == null ? null : missing.resolve();
        if (type == null
                || cause instanceof NoUniqueBeanDefinitionException
                || !isRepository(type)
                || RepositoryModule.isNamedBy(type)) {
            return null;
        }
        ClassLoader loader = type.getClassLoader();
        SpringDataModules modules = SpringDataModules.of(loader == null ? ClassLoader.getSystemClassLoader() : loader);
        return modules.areSeveral() ? analyze(type, modules, cause, description) : null;
    }

    private static @Nullable FailureAnalysis analyze(
            Class<?> type,
            SpringDataModules modules,
            NoSuchBeanDefinitionException cause,
            @Nullable String injectionPoint) {
        String what = (injectionPoint == null ? "" : injectionPoint + " required a bean that is missing: ") + "'"
                + type.getName() + "' is a Spring Data repository that no module has taken. Perhaps because there are "
                + modules + " on the classpath: where there are several, Spring Data takes only repositories that say"
                + " by their types which one they are for.";
        if (modules.has("spring-data-mongodb")) {
            return analysis(what, "profiler-spring-boot-starter", "spring-data-mongodb", cause);
        }
        return modules.has("spring-data-redis")
                ? analysis(what, "profiler-spring-boot-starter-redis", "spring-data-redis", cause)
                : null;
    }

    private static FailureAnalysis analysis(
            String what, String starter, String brought, NoSuchBeanDefinitionException cause) {
        return new FailureAnalysis(
                what,
                "If the application does not use " + brought + " itself, but has it from " + starter
                        + ", replace in its"
                        + " pom\n\n    <artifactId>" + starter + "</artifactId>\n\nby the starter that is named after"
                        + " where traces go and brings no Spring Data module:\n\n"
                        + "    <artifactId>profiler-spring-boot-starter-jdbc</artifactId>\n\n"
                        + "(or -elasticsearch, -rabbitmq, -otlp).",
                cause);
    }

    private static boolean isRepository(Class<?> type) {
        return type.getName().equals(REPOSITORY)
                || Stream.of(type.getAnnotations())
                        .anyMatch(each -> each.annotationType().getName().equals(DEFINITION))
                || Stream.of(type.getInterfaces()).anyMatch(MissingRepositoryFailureAnalyzer::isRepository);
    }
}
