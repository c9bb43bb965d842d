// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.queue;

import io.profiler.sample.management.QueueMetadata;
import io.profiler.sample.web.error.ApiException;
import java.util.List;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes of a queue's metadata, to be made in their order. */
record QueuePatch(List<Change> changes) {

    QueueMetadata applyTo(QueueMetadata metadata) {
        ObjectNode values = metadata.values().deepCopy();
        changes.forEach(change -> change.applyTo(values));
        return new QueueMetadata(values);
    }

    /** One change; reserved fields are always there, because they have defaults. */
    sealed interface Change {

        String field();

        void applyTo(ObjectNode values);

        default void requireExisting(ObjectNode values, String verb) {
            if (!values.has(field()) && !QueueMetadata.isReserved(field())) {
                throw new ApiException(
                        HttpStatus.CONFLICT,
                        "Resource conflict",
                        "Can't %s non-existent object %s.".formatted(verb, field()));
            }
        }
    }

    record Add(String field, JsonNode value) implements Change {

        @Override
        public void applyTo(ObjectNode values) {
            values.set(field, value);
        }
    }

    record Replace(String field, JsonNode value) implements Change {

        @Override
        public void applyTo(ObjectNode values) {
            requireExisting(values, "replace");
            values.set(field, value);
        }
    }

    record Remove(String field) implements Change {

        @Override
        public void applyTo(ObjectNode values) {
            requireExisting(values, "remove");
            values.remove(field);
        }
    }
}
