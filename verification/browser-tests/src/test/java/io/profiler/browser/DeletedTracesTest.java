// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the console's scripts make of a request whose trace was deleted in the same page. */
class DeletedTracesTest {

    private static final String THREE_RUNS = """
            const load = name => import('/io/profiler/autoconfigure/actuate/' + name);
            const run = (id, micros) => ({ id, micros, missing: null, title: 'GET /', asked: { method: 'GET', path: '/' },
              answer: { status: 200, statusText: '', millis: 1, headers: [], bytes: [], length: 0 } });
            const runs = [run('first', 90), run('fast', 10), run('slow', 20)];
            window.fetch = async () => new Response(null, { status: 204 });
            const remove = async id => (await load('deletion.js')).deleteTrace(id);
            const seen = selector => document.querySelector(selector);
            """;

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

    @RegisterExtension
    static final ClassPathServer SERVER = new ClassPathServer();

    @BeforeEach
    void openAnEmptyPage() {
        CHROMIUM.driver().get(SERVER.origin());
    }

    /** What a script returns on a page of some elements. */
    private static List<?> result(String elements, String script) {
        return (List<?>) CHROMIUM.driver()
                .executeScript(
                        "document.body.innerHTML = arguments[0]; return (async () => {" + THREE_RUNS + script + "})()",
                        elements);
    }

    @Test
    void itsLineOffersItNoMore() {
        List<?> lines = result("<p id=profile></p><p id=panel></p><p id=spoken></p>", """
                const { ResultPanel } = await load('panel.js');
                new ResultPanel(() => {}, () => '').show({ id: 'slow', title: 'GET /', run: runs[2], runs });
                const before = seen('.of-runs').textContent;
                await remove('fast');
                return [before, seen('.of-runs').textContent];
                """);

        assertThat((String) lines.get(0)).contains("220010 µsshow", "Compare the slowest with the fastest");
        assertThat((String) lines.get(1))
                .contains("220010 µsdeleted", "320020 µsshow")
                .doesNotContain("Compare");
    }

    @Test
    void whoSentItIsToldSo() {
        List<?> told = result("<p id=outcome></p>", """
                const { ProfileForm } = await load('profile.js');
                await remove('fast');
                return [[runs[1]], [runs[2], runs[1]]].map(sent => {
                  ProfileForm.prototype.report(sent, sent[0]);
                  return seen('#outcome').textContent;
                });
                """);

        assertThat((String) told.get(0)).startsWith("200 after ").endsWith(", but its trace was deleted.");
        assertThat((String) told.get(1)).contains(" 1 without a trace: its trace was deleted.");
    }

    @Test
    void itIsSentAgainOnlyWhenNothingElseIsUnderWay() {
        List<?> disabled = result("<p id=earlier></p><ul id=again></ul>", """
                const { Earlier } = await load('earlier.js');
                const earlier = new Earlier(() => {}, () => {});
                earlier.add(runs[1], 1);
                earlier.pause(true);
                await remove('fast');
                const whilePaused = seen('#again button').disabled;
                earlier.pause(false);
                return [whilePaused, seen('#again button').disabled];
                """);

        assertThat(disabled).isEqualTo(List.of(true, false));
    }
}
