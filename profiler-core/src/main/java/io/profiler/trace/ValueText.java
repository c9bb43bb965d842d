// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.trace.mask.SecretMask;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bounded text of values while it is made. Asks a value for its text only if that can neither load, nor read, nor
 * block: of anything else it shows the type. Whatever a value throws is named in its place. Not thread-safe.
 */
final class ValueText {

    private static final int MAX_ELEMENTS = 20;
    private static final int MAX_DEPTH = 4;

    /** How far behind the end of what is shown a secret is looked for that begins before it. */
    static final int MARGIN = 1024;

    private static final int WORK_PER_CHARACTER = 8;

    private final SecretMask mask;
    private final BoundedText text;

    ValueText(SecretMask mask, int maxLength) {
        this.mask = mask;
        this.text = new BoundedText(maxLength, WORK_PER_CHARACTER * ((long) maxLength + MARGIN));
    }

    boolean isFull() {
        return text.isFull();
    }

    /** How many characters were looked at or written, whether or not they are shown. */
    long work() {
        return text.work();
    }

    /** Adds what is no value, as it is. */
    ValueText plain(String more) {
        text.add(more);
        return this;
    }

    ValueText value(@Nullable Object value) {
        value(value, 0);
        return this;
    }

    /** Adds a text of the application's, without what is secret in it: that is looked for before anything is cut off. */
    ValueText masked(CharSequence value) {
        CharSequence seen = seen(value);
        return add(mask.mask(seen), seen.length() < value.length());
    }

    ValueText maskedQuery(CharSequence query) {
        CharSequence seen = seen(query);
        return add(mask.maskQuery(seen), seen.length() < query.length());
    }

    private CharSequence seen(CharSequence value) {
        int length = (int) Math.min(value.length(), (long) text.room() + MARGIN);
        text.spend(length);
        return length == value.length() ? value : value.subSequence(0, length);
    }

    private ValueText add(String masked, boolean cut) {
        text.add(masked);
        text.add(cut ? BoundedText.CUT : "");
        return this;
    }

    private void value(@Nullable Object value, int depth) {
        if (text.isFull()) {
            return;
        }
        int start = text.length();
        try {
            render(value, depth);
        } catch (Throwable unreadable) {
            text.backTo(start);
            text.add("(" + TypeName.of(unreadable) + " in " + TypeName.of(value) + ")");
        }
    }

    private void render(@Nullable Object value, int depth) {
        if (value == null || value instanceof Boolean || UnsafeTypes.isPlainNumber(value)) {
            text.add(String.valueOf(value));
        } else if (value instanceof Enum<?>) {
            text.add(String.valueOf(CurrentRecorder.unrecorded(value::toString)));
        } else if (value instanceof String || value instanceof StringBuilder) {
            plain("\"").masked((CharSequence) value).plain("\"");
        } else if (value instanceof Optional<?> optional) {
            optional(optional, depth);
        } else if (depth >= MAX_DEPTH || UnsafeTypes.isUnsafe(value)) {
            text.add(TypeName.of(value));
        } else if (value instanceof Collection<?> elements) {
            elements(elements.iterator(), elements.size(), depth);
        } else if (value instanceof Map<?, ?> members) {
            members(members, depth);
        } else if (value.getClass().isArray()) {
            array(value, depth);
        } else {
            masked(String.valueOf(CurrentRecorder.unrecorded(value::toString)));
        }
    }

    private void optional(Optional<?> optional, int depth) {
        if (optional.isEmpty()) {
            text.add("Optional.empty");
            return;
        }
        text.add("Optional[");
        value(optional.get(), depth + 1);
        text.add("]");
    }

    private void elements(Iterator<?> elements, int size, int depth) {
        text.add("[");
        int shown = 0;
        while (shown < MAX_ELEMENTS && !text.isFull() && elements.hasNext()) {
            text.add(shown++ == 0 ? "" : ", ");
            value(elements.next(), depth + 1);
        }
        text.add(size > MAX_ELEMENTS ? ", " + BoundedText.CUT + (size - MAX_ELEMENTS) + " more]" : "]");
    }

    private void members(Map<?, ?> members, int depth) {
        text.add("{");
        Iterator<? extends Map.Entry<?, ?>> entries = members.entrySet().iterator();
        int shown = 0;
        while (shown < MAX_ELEMENTS && !text.isFull() && entries.hasNext()) {
            text.add(shown++ == 0 ? "" : ", ");
            member(entries.next(), depth + 1);
        }
        text.add(entries.hasNext() ? ", " + BoundedText.CUT + "}" : "}");
    }

    private void member(Map.Entry<?, ?> member, int depth) {
        int start = text.length();
        value(member.getKey(), depth);
        String key = text.since(start);
        text.add(": ");
        if (mask.isSecret(key)) {
            text.add(SecretMask.MASK);
        } else {
            value(member.getValue(), depth);
        }
    }

    private void array(Object array, int depth) {
        int length = Array.getLength(array);
        if (array.getClass().getComponentType().isPrimitive()) {
            text.add(array.getClass().getComponentType() + "[" + length + "]");
        } else {
            elements(Arrays.asList((Object[]) array).iterator(), length, depth);
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
