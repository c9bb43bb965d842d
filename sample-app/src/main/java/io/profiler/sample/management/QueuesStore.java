// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.management;

import io.profiler.sample.model.QueueId;
import io.profiler.trace.ManagementStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalogue of queues. */
@ManagementStore("mongodb_queues_controller")
public interface QueuesStore {

    /**
     * Adds a queue; one that is there already keeps its metadata.
     *
     * @return whether the queue is new
     * @throws NoPoolException if no pool can take it
     * @throws UnknownFlavorException if its metadata names a flavor that is not there
     */
    boolean create(QueueId queue, QueueMetadata metadata);

    Optional<QueueMetadata> find(QueueId queue);

    /**
     * Gives a queue new metadata, unless somebody else did so meanwhile.
     *
     * @return whether the queue still had the expected metadata
     */
    boolean replace(QueueId queue, QueueMetadata expected, QueueMetadata updated);

    /** Removes a queue, if it is there. */
    void delete(QueueId queue);

    /** The queues of a project by name, from the first one after the marker. */
    List<Queue> list(String project, @Nullable String marker, int limit);

    long count(String project);
}
