// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.OutputFailure;
import io.profiler.cli.console.Remarks;
import io.profiler.cli.option.EmptyArguments;
import io.profiler.report.InvalidReportException;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.MissingLibraryException;
import io.profiler.store.StoreInUseException;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.UnfitLibraryException;
import io.profiler.store.UnusableStoreException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Ends every failure in one line on standard error and an exit code, which is 1 unless the failure has one of its own. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private static final int EXIT_CODE = 1;

    private final Remarks remarks;

    Failures(Remarks remarks) {
        this.remarks = remarks;
    }

    @Override
    public int handleParseException(ParameterException misused, String[] arguments) {
        String name = misused.getCommandLine().getCommandSpec().qualifiedName();
        return tell(message(misused) + "; see '" + name + " --help'", EXIT_CODE);
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof OutputFailure output && output.isReaderGone()) {
            return EXIT_CODE;
        }
        return tell(message(failure), failure instanceof CommandFailure known ? known.exitCode() : EXIT_CODE);
    }

    private int tell(String message, int exitCode) {
        remarks.add(EmptyArguments.unmarked(message));
        return exitCode;
    }

    /** Picocli takes an argument of dashes alone for an option, and fails to look for its name. */
    private static String message(ParameterException misused) {
        if (misused.getCause() instanceof IndexOutOfBoundsException) {
            return "an argument of dashes alone is neither an option nor a value";
        }
        return misused instanceof UnmatchedArgumentException unmatched
                ? Guess.complaint(unmatched)
                : String.valueOf(misused.getMessage());
    }

    private static String message(Exception failure) {
        if (isExpected(failure)) {
            return String.valueOf(failure.getMessage());
        }
        return failure instanceof StoreUnavailableException
                ? failure.getMessage() + "; check that the server runs, and the connection string"
                : "unexpected failure: " + failure;
    }

    private static boolean isExpected(Exception failure) {
        return failure instanceof CommandFailure
                || failure instanceof OutputFailure
                || failure instanceof InvalidConnectionStringException
                || failure instanceof MissingLibraryException
                || failure instanceof StoreInUseException
                || failure instanceof UnfitLibraryException
                || failure instanceof UnusableStoreException
                || failure instanceof InvalidReportException;
    }
}
