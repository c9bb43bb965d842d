// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.model;

import java.util.regex.Pattern;

/**
 * Identifies a queue: names are unique within a project.
 *
 * @param project who owns the queue
 * @param name its name, which holds no slash
 */
public record QueueId(String project, String name) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final int MAX_PROJECT_LENGTH = 256;

    /** Whether there can be such a queue. */
    public boolean isValid() {
        return NAME.matcher(name).matches() && project.length() <= MAX_PROJECT_LENGTH;
    }

    /** The same as one string. */
    public String key() {
        return project + "/" + name;
    }
}
