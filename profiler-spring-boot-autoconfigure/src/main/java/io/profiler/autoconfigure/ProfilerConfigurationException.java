// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

/**
 * A setting that the profiler cannot start with.
 *
 * @since 0.1
 */
public final class ProfilerConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * Keeps the application from starting; both texts are shown as Spring Boot shows such failures.
     *
     * @param problem what is wrong, naming the property
     * @param action what to write instead
     */
    public ProfilerConfigurationException(String problem, String action) {
        super(problem);
        this.action = action;
    }

    /** {@return what to write instead, for whoever starts the application} */
    public String action() {
        return action;
    }
}
