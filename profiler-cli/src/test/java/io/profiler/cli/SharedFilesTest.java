// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedFilesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        SharedFiles.main(new String[] {folder.toString()});
    }

    private String page(String name) throws IOException {
        return Files.readString(folder.resolve("man/man1/" + name + ".1"));
    }

    @Test
    void eachCommandHasAPage() throws IOException {
        try (Stream<Path> pages = Files.list(folder.resolve("man/man1"))) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .contains("profiler.1", "profiler-request.1", "profiler-trace.1", "profiler-trace-list.1")
                    .hasSizeGreaterThan(14);
        }
    }

    @Test
    void aPageSaysWhatTheHelpSays() throws IOException {
        assertThat(page("profiler-trace-list").lines())
                .startsWith(
                        ".TH \"PROFILER\\-TRACE\\-LIST\" 1 \"\" \""
                                + Version.text().replace("-", "\\-") + "\"",
                        ".SH NAME",
                        "profiler\\-trace\\-list \\- Lists traces: all of them, or those that the options ask for",
                        ".SH SYNOPSIS")
                .contains(
                        "\\fB\\-\\-limit COUNT\\fR",
                        "\\fBOSPROFILER_CONNECTION_STRING\\fR",
                        "\\fBprofiler\\-trace\\fR(1)")
                .containsSubsequence(
                        List.of(".SH EXAMPLES", ".nf", "profiler trace list \\-\\-sort duration \\-\\-limit 5"));
        assertThat(page("profiler")).contains("\\fBprofiler\\-request\\fR\nSends one request", ".SH SEE ALSO");
    }

    @Test
    void shellsFindTheirScripts() throws IOException {
        assertThat(folder.resolve("bash-completion/completions/profiler"))
                .content()
                .contains("complete -F", " profiler");
        assertThat(folder.resolve("fish/vendor_completions.d/profiler.fish"))
                .content()
                .contains("complete -c profiler");
    }
}
