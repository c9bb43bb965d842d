// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import java.util.Arrays;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.util.ClassUtils;

/** What Spring and Spring Data call beans of an application. */
final class Stereotypes {

    private static final String DATA_REPOSITORY = "org.springframework.data.repository.Repository";
    private static final String DATA_REPOSITORY_DEFINITION = "org.springframework.data.repository.RepositoryDefinition";

    private Stereotypes() {}

    static boolean isRepository(Class<?> type) {
        return AnnotatedElementUtils.hasAnnotation(type, Repository.class)
                || Arrays.stream(ClassUtils.getAllInterfacesForClass(type)).anyMatch(Stereotypes::isOfSpringData);
    }

    static boolean isService(Class<?> type) {
        return AnnotatedElementUtils.hasAnnotation(type, Service.class);
    }

    private static boolean isOfSpringData(Class<?> type) {
        return type.getName().equals(DATA_REPOSITORY)
                || MergedAnnotations.from(type).isPresent(DATA_REPOSITORY_DEFINITION);
    }
}
