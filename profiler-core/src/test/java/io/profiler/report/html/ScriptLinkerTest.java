// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptLinkerTest {

    private final Map<String, String> scripts = new HashMap<>();

    private String link(String entry) {
        return ScriptLinker.link(entry, scripts::get);
    }

    @Test
    void eachScriptComesOnceAndAfterThoseThatItImports() {
        scripts.put("main.js", "import { b } from './b.js';\nimport { a } from './a.js';\n\nb(a);\n");
        scripts.put("b.js", "import { a } from './a.js';\n\nexport function b() {\n  return a;\n}\n");
        scripts.put("a.js", "export const a = 1;\n");

        assertThat(link("main.js")).isEqualTo("""
                const a = 1;

                function b() {
                  return a;
                }

                b(a);
                """);
    }

    @Test
    void pathsLeadFromPackageToPackage() {
        scripts.put("com/shop/page/main.js", "import { a } from '../../base/a.js';\na();\n");
        scripts.put(
                "com/base/a.js",
                "import { b } from './b.js';\nexport class A {}\nexport async function a() {}\nb();\n");
        scripts.put("com/base/b.js", "export const b = () => {};\n");

        assertThat(link("com/shop/page/main.js"))
                .isEqualTo("const b = () => {};\n\nclass A {}\nasync function a() {}\nb();\n\na();\n");
    }

    @Test
    void anImportMayTakeSeveralLines() {
        scripts.put("main.js", "import {\n  a,\n  $b,\n} from './a.js';\na($b);\n");
        scripts.put("a.js", "export function a() {}\nexport const $b = 1;\n");

        assertThat(link("main.js")).endsWith("\n\na($b);\n");
    }

    @Test
    void refusesACircle() {
        scripts.put("main.js", "import { a } from './a.js';\n");
        scripts.put("a.js", "import { b } from './b.js';\nexport const a = 1;\n");
        scripts.put("b.js", "import { a } from './a.js';\nexport const b = 1;\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> link("main.js"))
                .withMessage("scripts import each other: a.js -> b.js -> a.js");
    }

    @Test
    void refusesANameThatTheOtherScriptKeepsToItself() {
        scripts.put("main.js", "\nimport { a, b } from './a.js';\n");
        scripts.put("a.js", "export const a = 1;\nconst b = 2;\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> link("main.js"))
                .withMessage("main.js:2: ./a.js exports no b");
    }

    @Test
    void refusesANameThatTwoScriptsDeclare() {
        scripts.put("main.js", "import { a } from './a.js';\nfunction help() {}\n");
        scripts.put("a.js", "export const a = 1;\nconst help = 2;\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> link("main.js"))
                .withMessage("a.js and main.js both declare help, and on a page they share one scope");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import a from './a.js';",
                "import * as a from './a.js';",
                "import { a as b } from './a.js';",
                "import { a } from \"./a.js\";",
                "import { a } from 'a.js';",
                "import { a } from './a.js'",
                "import { a } from './a.js'; a();",
                "import {} from './a.js';",
                "import './a.js';",
                "import{ a } from './a.js';",
                "  import { a } from './a.js';",
                "const a = await import('./a.js');",
                "const here = import.meta.url;",
                "export default function a() {}",
                "export { a };",
                "export * from './a.js';",
                "export let a = 1;",
                "export var a = 1;",
                "export const { a } = b;",
                "export function* a() {}",
                "  export const a = 1;",
                "/**\n */ const a = 1;",
                "const { a } = b;",
                "let [a] = b;",
                "var a; \nvar a;",
            })
    void refusesWhatItDoesNotUnderstand(String statement) {
        scripts.put("main.js", "// The first line.\n" + statement + "\n");
        scripts.put("a.js", "export const a = 1;\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> link("main.js"))
                .withMessageMatching(
                        "main\\.js:[23]: (an import|an export|imports and exports|at the top of a script|after a comment) .*");
    }

    @Test
    void commentsWithLinesOfTheirOwnStayInTheSource() {
        scripts.put(
                "main.js",
                "/** A. */\nfunction a() {\n  // Why.\n  return '/**'; // one\n}\n\n/**\n * B,\n * two lines.\n */\n"
                        + "function b() {}\n  /** @type {C} */ (a).c();\n");

        assertThat(link("main.js"))
                .isEqualTo(
                        "function a() {\n  return '/**'; // one\n}\n\nfunction b() {}\n  /** @type {C} */ (a).c();\n");
    }

    @Test
    void leavesAloneWhatIsInsideOfFunctionsAndWhatOnlyLooksLikeAnImport() {
        scripts.put(
                "main.js",
                "function read(key) {\n  const { a, b } = key;\n  return crypto.subtle.importKey(a, b);\n}\n"
                        + "window.exported = 'import { x }';\n");

        assertThat(link("main.js")).isEqualTo(scripts.get("main.js"));
    }
}
