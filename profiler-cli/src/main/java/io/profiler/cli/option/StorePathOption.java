// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.option;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.Environment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Says where stores are, or drivers of databases, that the command does not come with. */
final class StorePathOption {

    static final String VARIABLE = "PROFILER_STORE_PATH";

    @Option(
            names = "--store-path",
            paramLabel = "DIR",
            description = {
                "A folder with the jars of stores of your own, or of",
                "drivers that are missing here; by default the value of the environment variable",
                VARIABLE + "."
            })
    private @Nullable String given;

    /**
     * From now on this thread, and those that it starts, find what is in the jars.
     *
     * @throws CommandFailure if a folder is named that has no jar, or one that cannot be read
     */
    void use(Environment environment) {
        String folder = given == null ? environment.variable(VARIABLE) : given;
        if (folder != null) {
            ClassLoader ofCommand = StorePathOption.class.getClassLoader();
            ClassLoader ofStores = new StoreFolder(FileNameConverter.file(folder)).classLoader(ofCommand);
            Thread.currentThread().setContextClassLoader(ofStores);
        }
    }
}
