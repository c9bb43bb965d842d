// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.model;

/**
 * Identifies a queue: names are unique within a project.
 *
 * @param project who owns the queue
 * @param name its name, which holds no slash
 */
public record QueueId(String project, String name) {

    /** The same as one string. */
    public String key() {
        return project + "/" + name;
    }
}
