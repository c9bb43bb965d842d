// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.cli.console.Environment;
import io.profiler.cli.option.ConnectionStringOption;
import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceContext;
import java.util.UUID;

/**
 * A trace that is about to begin.
 *
 * @param id its id
 * @param headers headers that begin it
 */
record NewTrace(String id, SignedHeaders headers) {

    static NewTrace signedWith(String hmacKey) {
        String id = UUID.randomUUID().toString();
        return new NewTrace(id, SignedHeaders.sign(new TraceContext(id, id, hmacKey)));
    }

    /** The command that shows it. */
    String showCommand(Environment environment) {
        boolean storeKnown = environment.variable(ConnectionStringOption.VARIABLE) != null;
        return "profiler trace show " + id + (storeKnown ? "" : " --connection-string STRING");
    }
}
