// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.ProfilerConfigurationException;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Pointcut;
import org.springframework.aop.aspectj.AspectJExpressionPointcut;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** The pointcut expression of a property, which is the only thing that needs AspectJ. */
final class UserPointcut {

    private static final String ASPECTJ = "org.aspectj.weaver.tools.PointcutParser";

    private UserPointcut() {}

    static @Nullable Pointcut of(String property, Environment environment) {
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
        return parsed(property, expression);
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
}
