// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.cli.console.CommandFailure;
import io.profiler.propagation.Allowance;
import io.profiler.trace.jvm.MethodPattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The option that has the calls of methods told as spans. */
final class MethodsOption {

    @Option(
            names = "--trace-methods",
            split = ",",
            paramLabel = "METHODS",
            description =
                    "Make a span of each call of these methods, as of 'com.acme.Price::of' or 'com.acme.Price::*', separated"
                            + " by commas: in a service on Java 25 that lets tokens ask for them by"
                            + " profiler.methods-by-token.")
    private List<String> methods = new ArrayList<>();

    Set<String> methods() {
        methods.forEach(MethodsOption::check);
        try {
            return Allowance.UNLIMITED.traced(new LinkedHashSet<>(methods)).methods();
        } catch (IllegalArgumentException tooMany) {
            throw new CommandFailure("--trace-methods: " + tooMany.getMessage());
        }
    }

    private static void check(String method) {
        try {
            if (MethodPattern.parse(method).isOfAnnotation()) {
                throw new CommandFailure(method + ": a token cannot ask for methods by an annotation");
            }
        } catch (IllegalArgumentException malformed) {
            throw new CommandFailure(method + " names no methods, as com.acme.Price::of or com.acme.Price::* do");
        }
    }
}
