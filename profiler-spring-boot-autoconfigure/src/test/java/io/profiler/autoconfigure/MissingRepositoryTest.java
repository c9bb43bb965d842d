// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.repository.CrudRepository;

/** With two Spring Data modules on the classpath, as here: MongoDB's and Redis's. */
class MissingRepositoryTest {

    @Test
    void aRepositoryOfNoModuleMayBeLeftOutBecauseOfTheSecondOne() {
        FailureAnalysis analysis = analyze(catchThrowable(() -> new AnnotationConfigApplicationContext(Service.class)));

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription())
                .startsWith("Parameter 0 of constructor in " + Service.class.getName())
                .contains("'" + Plain.class.getName() + "' is a Spring Data repository that no module has taken."
                        + " Perhaps because there are ");
    }

    @ParameterizedTest
    @ValueSource(classes = {OfDocuments.class, OfMongo.class, Runnable.class})
    void whatNamesItsModuleIsMissingForAnotherReason(Class<?> type) {
        assertThat(analyze(new NoSuchBeanDefinitionException(type))).isNull();
    }

    @Test
    void soIsWhatIsThereTwice() {
        assertThat(analyze(new NoUniqueBeanDefinitionException(Plain.class, "one", "other")))
                .isNull();
    }

    private static @Nullable FailureAnalysis analyze(Throwable failure) {
        return new MissingRepositoryFailureAnalyzer().analyze(failure);
    }

    record Book(String title) {}

    @Document
    record Paper(String title) {}

    interface Plain extends CrudRepository<Book, String> {}

    interface OfDocuments extends CrudRepository<Paper, String> {}

    interface OfMongo extends MongoRepository<Book, String> {}

    record Service(Plain books) {}
}
