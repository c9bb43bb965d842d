// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import java.io.IOException;
import java.util.List;

/**
 * A page in one file: styles, script and data are in it, and its Content-Security-Policy lets nothing else in. Data is
 * a JSON block that the script reads; it never becomes markup. Immutable; holds nothing of any report.
 *
 * <p>Every page begins with the common style: colours in light and dark. Its script is one module that imports what it
 * needs, by paths on the class path: {@code ./} and {@code ../} lead from package to package, whatever jars they lie in.
 *
 * @since 0.1
 */
public final class HtmlPage {

    private static final List<String> COMMON_STYLES = List.of("theme.css");
    private static final String ICON = PageResource.text(HtmlPage.class, "icon.html");

    private final String style;
    private final String script;
    private final String body;
    private final ContentSecurityPolicy policy;

    private HtmlPage(String style, String script, String body, ContentSecurityPolicy policy) {
        this.style = style;
        this.script = script;
        this.body = body;
        this.policy = policy;
    }

    /**
     * Puts a page together from files on the class path.
     *
     * @param beside class beside which the files lie
     * @param styles names of style sheets
     * @param script name of the script that the page runs; what it imports comes with it
     * @param body name of a file with what the body holds before the script runs
     * @return the page, to be kept: files are read and hashed here, not when it is written
     * @throws IllegalArgumentException if a file is missing
     */
    public static HtmlPage of(Class<?> beside, List<String> styles, String script, String body) {
        String style = "\n"
                + tight(PageResource.texts(HtmlPage.class, COMMON_STYLES) + "\n" + PageResource.texts(beside, styles));
        String linked = "\n" + TightScript.of(PageResource.script(beside, script));
        return new HtmlPage(
                style, linked, PageResource.text(beside, body), ContentSecurityPolicy.allowing(style, linked));
    }

    /** Styles without their comments, most blanks, and quotes around single words. */
    private static String tight(String styles) {
        return styles.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\s*([{;,>])\\s*", "$1")
                .replaceAll(";?\\s*}\\s*", "}")
                .replaceAll(": +", ":")
                .replaceAll("=\"([a-z][a-z0-9-]*)\"]", "=$1]");
    }

    /**
     * The same page, but it may send requests, and show other pages of its server in itself.
     *
     * @param origins where to, as sources of a Content-Security-Policy: {@code 'self'}, {@code https://example.org}
     * @return another page; this one is not changed
     */
    public HtmlPage sendingTo(List<String> origins) {
        return new HtmlPage(style, script, body, policy.sendingTo(origins));
    }

    /** {@return the Content-Security-Policy that the page carries, for the header of a server, in one line} */
    public String contentSecurityPolicy() {
        return policy.text();
    }

    /** A policy that allows this page, and another one that loads and sends no more. */
    String contentSecurityPolicyWith(HtmlPage other) {
        return policy.or(other.policy).text();
    }

    /**
     * Writes the page piece by piece, without a final newline.
     *
     * @param title what a browser shows as its title
     * @param data writes the one value that the script reads
     * @param out where to; neither flushed nor closed
     * @throws IOException if {@code out} throws it
     */
    public void write(String title, PageData data, Appendable out) throws IOException {
        write(title, "", data, out);
    }

    /**
     * The same for browsers without scripts, too.
     *
     * @param noScript markup that they show
     */
    void write(String title, String noScript, PageData data, Appendable out) throws IOException {
        writeHead(title, out);
        out.append("<body>\n").append(body).append(noScript).append("<script type=\"application/json\" id=\"data\">");
        ScriptSafeJson.write(data, out);
        out.append("</script>\n<script type=\"module\">").append(script).append("</script>\n</body>\n</html>");
    }

    private void writeHead(String title, Appendable out) throws IOException {
        out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(policy.text())
                .append("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
                .append(MarkupText.of(title))
                .append("</title>\n")
                .append(ICON)
                .append("<style>")
                .append(style)
                .append("</style>\n</head>\n");
    }
}
