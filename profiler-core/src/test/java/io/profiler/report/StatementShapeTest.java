// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementShapeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\1', textBlock = """
                    SELECT a FROM t WHERE b = 'x' AND c = 5 | SELECT a FROM t WHERE b = ? AND c = ?
                    SELECT a \t FROM t                      | SELECT a FROM t
                    x = 'it''s' and y = '\\'                | x = ? and y = ?
                    x like ? escape '\\' and y = 'b'        | x like ? escape ? and y = ?
                    x = E'it\\'s' and y = N'b'              | x = ? and y = ?
                    "order 66".a1 = `t 2`.c3 and t4.c5 = 6  | "order 66".a1 = `t 2`.c3 and t4.c5 = ?
                    x = 1.5e-3 or x = 0x1F or x = -7        | x = ? or x = ? or x = ?
                    a-1 + b -2                              | a-? + b -?
                    x = $1 and y = :name and z = ?2         | x = ? and y = ? and z = ?
                    x::text = $$a ' b$$ or y = $t$ $$ $t$   | x::text = ? or y = ?
                    a in (1, 2, 3) or b IN (?)              | a in (…) or b IN (…)
                    a in (null, -1) or b in (select 1)      | a in (…) or b in (select ?)
                    x = any(array[1, 2]) and f(1, 2)        | x = any(array[…]) and f(?, ?)
                    values (1, 'a'), (2, default), (3, ?)   | values (?, ?), …
                    a = 'O\\'Brien, IBAN' and b = 'x\\'y'      | a = ? and b = ?
                    a = 'the dogs\\' home' and b = 5         | a = ? and b = ?
                    a = 'C:\\' and b = 'D:\\' and c = ' d'    | a = ? and b = ? and c = ?
                    a = "bob \\"B\\" ob" and b = "x"          | a = ? and b = ?
                    x like 'a!\\' and y like ' b' -- it's    | x like ? and y like ?
                    x = 'a\\' b' and y = 'cut…              | x = ? and y = ?
                    x like ? escape '\\' and y = 'cut…      | x like ? escape ? and y = ?
                    a <> "b" or c in ("d", "e") or f > "g"  | a <> ? or c in (…) or f > ?
                    a like "b" or c between "d" and "e"     | a like ? or c between ? and ?
                    insert into t values ("a"), ("b")       | insert into t values (?), …
                    trim(both "a" from "b") = "c"           | trim(both ? from ?) = ?
                    a = "t"."b" and "c" = 5 order by "d"    | a = "t"."b" and "c" = ? order by "d"
                    select "a", f("b") from "t" where "c"="d" | select "a", f("b") from "t" where "c"="d"
                    insert into "t" ("a", "b") values ('"') | insert into "t" ("a", "b") values (?)
                    a -- 5 '                                | a
                    a /* ' traceparent=7 */ b /*+ hint */ c | a b c
                    """)
    void leavesOutValuesAndListsOfThem(String statement, String shape) {
        assertThat(StatementShape.of(statement)).isEqualTo(shape);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = 'b",
                "a = \"b",
                "a /* b",
                "a -- b",
                "a = $x$ b",
                "a in (1, ",
                "E'\\",
                "$",
                ":",
                ")",
                "-",
                "\ud800",
                ""
            })
    void takesWhatIsUnfinished(String statement) {
        assertThat(StatementShape.of(statement)).doesNotContain("'", "/*", "--");
    }

    @Test
    void takesAnyTextAndItsOwnResult() {
        Random random = new Random(7);
        String letters = "a1'\"`-/*$?:()[],. \n\\EI\ud83d\ude00";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder("in ");
            random.ints(random.nextInt(30), 0, letters.length()).forEach(c -> text.append(letters.charAt(c)));

            assertThat(StatementShape.of(text.toString())).hasSizeLessThanOrEqualTo(2 * text.length() + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "(",
                "(1)",
                ",(1)",
                "((1),",
                "$a",
                "$a$ ",
                "/*",
                "a",
                "\"",
                "in (1, ",
                "?",
                "-",
                "x = 'y' and ",
                "\\'",
                "'\\' ",
                "= \"\\\" from \"t\""
            })
    void isDoneWithAMegabyteInOnePass(String part) {
        String shape = StatementShape.of(part.repeat(1_000_000 / part.length()));

        assertThat(shape).hasSizeLessThanOrEqualTo(10_001);
    }

    @Test
    void foldsAListOfAMegabyte() {
        assertThat(StatementShape.of("select a from t where b in (" + "?, ".repeat(400_000) + "?) and c = 1"))
                .isEqualTo("select a from t where b in (…) and c = ?");
    }
}
