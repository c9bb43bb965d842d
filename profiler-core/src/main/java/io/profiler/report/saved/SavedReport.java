// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.saved;

import io.profiler.report.InvalidReportException;
import io.profiler.report.Report;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report that was saved as JSON, by us or by OSprofiler's {@code trace show --json} of any release.
 *
 * <p>Rendered as JSON again, it gives the saved text. Its times have microseconds where its raw events hold timestamps,
 * else whole milliseconds. What the text contradicts itself in is taken as it stands.
 *
 * @since 0.1
 */
public final class SavedReport extends Report {

    /** What the names of the members that hold raw events begin with; the name of the event follows. */
    public static final String PAYLOAD = "meta.raw_payload.";

    /** What stands for the exception of a span that ended without one. */
    public static final String NO_EXCEPTION = "None";

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Map<String, @Nullable Object> document;

    private SavedReport(SavedDocument saved, Map<String, @Nullable Object> document) {
        super(saved.times(), saved.forest(), saved.statistics());
        this.document = Collections.unmodifiableMap(document);
    }

    /**
     * Reads a report.
     *
     * @param json the text, with a byte order mark or without; all of it is held in memory, and any depth of nesting is read
     * @return the report, which shows what the saved one did
     * @throws InvalidReportException if the text is not JSON, or not a report
     */
    @SuppressWarnings("unchecked")
    public static SavedReport read(String json) {
        String text = json.startsWith(BYTE_ORDER_MARK) ? json.substring(1) : json;
        Map<String, @Nullable Object> document =
                (Map<String, @Nullable Object>) SavedMembers.asObject(JsonDocumentReader.read(text), "it");
        return new SavedReport(new SavedDocument(document), document);
    }

    /** {@return what was saved, as maps, lists and scalars, in the order and with all members of the text} */
    public Map<String, @Nullable Object> document() {
        return document;
    }
}
