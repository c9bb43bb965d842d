// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.ProfilerConfigurationException;
import io.profiler.autoconfigure.aop.proxy.LibraryClasses;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Pointcut;
import org.springframework.aop.aspectj.AspectJExpressionPointcut;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** The pointcut expression of a property, which is the only thing that needs AspectJ. */
final class UserPointcut {

    private static final String ASPECTJ = "org.aspectj.weaver.tools.PointcutParser";

    /** Begins what depends on the bean that is looked at. */
    private static final Pattern OF_BEAN = Pattern.compile("\\bbean\\s*\\(\\s*([^()]*?)\\s*\\)");

    private final String expression;
    private final Pointcut pointcut;
    private final String designator;
    private final AtomicBoolean matched;

    private UserPointcut(String expression, Pointcut pointcut, String designator, AtomicBoolean matched) {
        this.expression = expression;
        this.pointcut = pointcut;
        this.designator = designator;
        this.matched = matched;
    }

    static @Nullable UserPointcut of(String property, Environment environment) {
        String expression = environment.getProperty(property);
        if (expression == null || expression.isBlank()) {
            return null;
        }
        if (!ClassUtils.isPresent(ASPECTJ, UserPointcut.class.getClassLoader())) {
            throw new ProfilerConfigurationException(
                    "'" + property + "' is set, but AspectJ's pointcut parser is not on the classpath.",
                    "Add the dependency org.springframework.boot:spring-boot-starter-aspectj, or mark the beans by"
                            + " annotation and remove '" + property + "'.");
        }
        return new UserPointcut(expression, parsed(property, expression), "bean(", new AtomicBoolean());
    }

    private static Pointcut parsed(String property, String expression) {
        try {
            AspectJExpressionPointcut pointcut = new AspectJExpressionPointcut();
            pointcut.setExpression(expression);
            // Matching would swallow the error, and match nothing.
            pointcut.getPointcutExpression();
            return pointcut;
        } catch (IllegalArgumentException | UnsupportedOperationException malformed) {
            throw new ProfilerConfigurationException(
                    "'" + property + "' is not a pointcut expression: " + inOneLine(malformed.getMessage()),
                    "Set '" + property + "' to an AspectJ expression, for example"
                            + " execution(public * com.example.store..*Store.*(..)).");
        }
    }

    /** AspectJ draws an arrow to the place below the expression. */
    private static String inOneLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }

    /** The pointcut as it matches a bean of this name. */
    UserPointcut forBean(String name, BeanFactory beanFactory) {
        return OF_BEAN.matcher(expression).find()
                ? new UserPointcut(
                        expression, new BeanPointcut(expression, name, beanFactory), "bean(" + name + ")", matched)
                : this;
    }

    boolean matches(Class<?> type) {
        return pointcut.getClassFilter().matches(type) && !isConfiguration(type);
    }

    /** Which makes beans, and has no part in what a request does. */
    private static boolean isConfiguration(Class<?> type) {
        return AnnotatedElementUtils.hasAnnotation(type, Configuration.class)
                || AnnotatedElementUtils.hasAnnotation(type, ConfigurationProperties.class);
    }

    boolean matches(Method method, Class<?> type) {
        boolean matches = matches(type) && pointcut.getMethodMatcher().matches(method, type);
        if (matches) {
            matched.set(true);
        }
        return matches;
    }

    /** Whether it has matched anything so far, for whatever bean. */
    boolean hasMatched() {
        return matched.get();
    }

    /** Whether a class of a library is named, and not just taken in with everything else. */
    boolean isMeantFor(Class<?> type) {
        String library = LibraryClasses.packageOf(type);
        return library == null
                || expression.contains(library)
                || inOneForm(expression).contains(designator);
    }

    private static String inOneForm(String expression) {
        return OF_BEAN.matcher(expression).replaceAll("bean($1)");
    }

    @Override
    public String toString() {
        return expression;
    }
}
