// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.Remarks;
import io.profiler.report.compare.Comparison;
import io.profiler.report.compare.Condition;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The conditions on which a comparison ends with an exit code of its own. */
final class FailureConditions {

    private static final int EXIT_CODE = 3;

    @Option(
            names = "--fail-if",
            paramLabel = "CONDITION",
            converter = Converter.class,
            description =
                    "End with exit code 3 if this is so, as 'total>+20%%', 'db.count>+5', 'db.self>=10ms': total, spans,"
                            + " errors, or the name of spans with .count, .errors, .self or .total; > or >=; and a limit, with a"
                            + " sign one of the difference. May be given several times.")
    private List<Condition> conditions = List.of();

    /** A line for each that failed. */
    List<String> failures(Comparison comparison, Charset charset) {
        return conditions.stream()
                .map(condition -> condition.failure(comparison, charset))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Tells of what failed.
     *
     * @throws CommandFailure if something did
     */
    void check(Comparison comparison, Charset charset, Remarks remarks) {
        List<String> failures = failures(comparison, charset);
        if (!failures.isEmpty()) {
            failures.subList(0, failures.size() - 1).forEach(failure -> remarks.add("failed: " + failure));
            throw new CommandFailure("failed: " + failures.get(failures.size() - 1), EXIT_CODE);
        }
    }

    static final class Converter implements ITypeConverter<Condition> {

        @Override
        public Condition convert(String text) {
            try {
                return Condition.parse(text);
            } catch (IllegalArgumentException malformed) {
                throw new TypeConversionException(String.valueOf(malformed.getMessage()));
            }
        }
    }
}
