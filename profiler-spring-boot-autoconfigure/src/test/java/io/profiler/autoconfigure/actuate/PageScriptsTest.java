// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no page would show: on a page all scripts share one scope, but each has to be right by itself. */
class PageScriptsTest {

    private static final Path CORE = Path.of("io", "profiler", "report");
    private static final Path ENDPOINT = Path.of("io", "profiler", "autoconfigure", "actuate");

    private static Map<Path, PageScript> scripts;

    @BeforeAll
    static void read() throws IOException {
        scripts = PageScript.all().stream().collect(Collectors.toMap(PageScript::path, Function.identity()));
    }

    static Stream<PageScript> scripts() throws IOException {
        return PageScript.all().stream();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void importsWhatOthersExportAndNothingElse(PageScript script) {
        script.imports()
                .forEach((path, names) -> assertThat(scripts.get(path).exports())
                        .as("exports of %s", path)
                        .containsAll(names));

        assertThat(script.needlessImports()).isEmpty();
        assertThat(script.missingImports(exported())).isEmpty();
    }

    private static Set<String> exported() {
        return scripts.values().stream()
                .flatMap(script -> script.exports().stream())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void exportsNothingThatNobodyImports(PageScript script) {
        assertThat(script.exports()).isEqualTo(importedFrom(script.path()));
    }

    private static Set<String> importedFrom(Path path) {
        return scripts.values().stream()
                .flatMap(script -> script.imports().getOrDefault(path, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    @Test
    void onlyWhatAPageRunsIsImportedByNobody() {
        assertThat(scripts.keySet())
                .filteredOn(path -> scripts.values().stream()
                        .noneMatch(script -> script.imports().containsKey(path)))
                .containsExactlyInAnyOrder(
                        CORE.resolve("html/main.js"),
                        CORE.resolve("html/sampled.js"),
                        CORE.resolve("compare/comparison.js"),
                        ENDPOINT.resolve("console.js"),
                        ENDPOINT.resolve("coverage.js"),
                        ENDPOINT.resolve("failure.js"));
    }

    @Test
    void theCoreImportsNothingOfTheEndpoint() {
        assertThat(scripts.values())
                .filteredOn(script -> script.path().startsWith(CORE))
                .flatMap(script -> List.copyOf(script.imports().keySet()))
                .allMatch(path -> path.startsWith(CORE));
    }

    @Test
    void aMissingAndANeedlessImportAreFound() {
        PageScript script = new PageScript(Path.of("a.js"), """
                import { say, whole } from './b.js';

                /** Like visible(). */
                function a(x) {
                  const icon = x.icon();
                  return duration(icon) + say(ROW_PIXELS, new Ruler(), x instanceof Trouble, many.of('byId', 1));
                }
                class B {
                  element(x) {
                    return x;
                  }
                }
                """);

        assertThat(script.needlessImports()).containsExactly("whole");
        String exported = "say duration icon ROW_PIXELS Ruler Trouble many byId element visible";
        assertThat(script.missingImports(Set.of(exported.split(" "))))
                .containsExactlyInAnyOrder("duration", "ROW_PIXELS", "Ruler", "Trouble", "many");
    }
}
