// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps, collections and scalars as Python's json module does with an indent of two. Loops; any depth works, but of
 * what is so deep that it would be blanks for the most part, not all lines are indented.
 */
public final class JsonDocumentWriter {

    private static final String BLANKS = " ".repeat(1024);
    private static final long MOST_BLANKS = 16_000_000;

    private record Open(Iterator<?> members, char end) {}

    private final Appendable out;
    private final int indent;
    private final JsonScalarWriter scalars;
    private final Deque<Open> path = new ArrayDeque<>();
    private long blanksLeft = MOST_BLANKS;

    public JsonDocumentWriter(Appendable out) {
        this(out, 2);
    }

    private JsonDocumentWriter(Appendable out, int indent) {
        this.out = out;
        this.indent = indent;
        this.scalars = new JsonScalarWriter(out);
    }

    /** The JSON of one object, with its lines but without their indentation. */
    public static String unindented(Map<?, ?> members) {
        StringBuilder json = new StringBuilder();
        try {
            new JsonDocumentWriter(json, 0).write(members);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return json.toString();
    }

    /** @throws IOException if {@code out} throws it */
    public void write(@Nullable Object value) throws IOException {
        begin(value);
        while (!path.isEmpty()) {
            Open open = path.element();
            if (open.members().hasNext()) {
                writeMember(open.members().next());
                separate(open);
            } else {
                out.append(path.pop().end());
                afterContainer();
            }
        }
    }

    private void writeMember(@Nullable Object member) throws IOException {
        if (member instanceof Map.Entry<?, ?> entry) {
            scalars.quote(String.valueOf(entry.getKey()));
            out.append(": ");
            begin(entry.getValue());
        } else {
            begin(member);
        }
    }

    private void begin(@Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            open('{', map.entrySet().iterator(), '}');
        } else if (value instanceof Collection<?> items) {
            open('[', items.iterator(), ']');
        } else {
            scalars.write(value);
        }
    }

    private void open(char start, Iterator<?> members, char end) throws IOException {
        out.append(start);
        if (members.hasNext()) {
            path.push(new Open(members, end));
            newLine();
        } else {
            out.append(end);
        }
    }

    /** After a member of the innermost container, unless that member has itself just been opened. */
    private void separate(Open open) throws IOException {
        if (path.element() == open) {
            separateWithin(open);
        }
    }

    private void afterContainer() throws IOException {
        if (!path.isEmpty()) {
            separateWithin(path.element());
        }
    }

    private void separateWithin(Open open) throws IOException {
        if (open.members().hasNext()) {
            out.append(',');
            newLine();
        } else {
            newLine(path.size() - 1);
        }
    }

    private void newLine() throws IOException {
        newLine(path.size());
    }

    private void newLine(int depth) throws IOException {
        out.append('\n');
        long blanks = Math.min((long) indent * depth, blanksLeft);
        blanksLeft -= blanks;
        for (; blanks > 0; blanks -= BLANKS.length()) {
            out.append(BLANKS, 0, (int) Math.min(blanks, BLANKS.length()));
        }
    }
}
