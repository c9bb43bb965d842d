// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.Environment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Says with which key to sign. */
public final class HmacKeyOption {

    /** The variable that the openstack client takes its key from. */
    static final String VARIABLE = "OS_PROFILE";

    @Option(
            names = "--hmac-key",
            paramLabel = "KEY",
            description = "One of the service's HMAC keys; by default the value of the environment variable " + VARIABLE
                    + ", which other users of the machine cannot see.")
    private @Nullable String given;

    /** @throws CommandFailure if there is no key */
    public String key(Environment environment) {
        String key = given == null ? environment.variable(VARIABLE) : given;
        if (key == null || key.isEmpty()) {
            throw new CommandFailure("which HMAC key? Give --hmac-key, or set " + VARIABLE);
        }
        return key;
    }
}
