// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.internal.FirstUsed;
import io.profiler.trace.mask.SecretMask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much of an application's values gets into a trace, and in which form: bounded, with secrets left out, and turned
 * into text at once where they may change later. Never throws. Thread-safe.
 *
 * @since 0.1
 */
public final class ArgumentCapture {

    /** What {@link Profiler#start(String)} passes: there is one such map. */
    private static final Map<String, ?> NOTHING = Map.of();

    private static final int MOST_PARAMETERS = 1_000;

    private final CaptureSettings settings;
    final SecretMask mask;
    private final MemberNames names;
    final SpanTemplates templates;

    /** Whether names of parameters are secret ones. */
    private final FirstUsed<String, Boolean> secretParameters;

    private ArgumentCapture(CaptureSettings settings) {
        this.settings = settings;
        this.mask = new SecretMask(settings.secretNames(), settings.secretQueryNames(), settings.secretShapes());
        this.names = new MemberNames(mask, settings.maxTextLength());
        this.templates = new SpanTemplates(mask);
        this.secretParameters = new FirstUsed<>(MOST_PARAMETERS, mask::isSecret);
    }

    /**
     * As the settings say.
     *
     * @param settings what is shown, and how much of it
     * @return arguments as text, without what is secret
     */
    public static ArgumentCapture of(CaptureSettings settings) {
        return new ArgumentCapture(settings);
    }

    /**
     * Arguments stay out of traces, and all bounds are the defaults.
     *
     * @return a capture that shows no argument
     */
    public static ArgumentCapture disabled() {
        return of(CaptureSettings.defaults());
    }

    /**
     * Arguments are shown.
     *
     * @param secretNames names whose values are not shown
     * @param maxTextLength longest text of one value, in characters
     * @return a capture that shows arguments
     */
    public static ArgumentCapture enabled(List<String> secretNames, int maxTextLength) {
        CaptureSettings defaults = CaptureSettings.defaults();
        return of(new CaptureSettings(
                true,
                true,
                true,
                true,
                true,
                secretNames,
                defaults.secretQueryNames(),
                defaults.secretShapes(),
                maxTextLength));
    }

    boolean isEnabled() {
        return settings.arguments();
    }

    /**
     * All arguments as one text, as OSprofiler shows them: {@code (1, 'two', None)} becomes {@code (1, "two", null)}.
     *
     * @param names names of the parameters; where they are not known, only the types of the values are shown
     */
    String arguments(String @Nullable [] names, @Nullable Object[] values) {
        ValueText text = text().plain("(");
        for (int i = 0; i < values.length && !text.isFull(); i++) {
            text.plain(i == 0 ? "" : ", ");
            addArgument(text, names == null ? null : names[i], values[i]);
        }
        return masked(text.plain(")"));
    }

    private void addArgument(ValueText text, @Nullable String name, @Nullable Object value) {
        if (name == null) {
            text.plain(TypeName.of(value));
        } else if (secretParameters.of(name)) {
            text.plain(SecretMask.MASK);
        } else {
            text.value(value);
        }
    }

    /** What a method returned, as OSprofiler names it. */
    Map<String, @Nullable Object> result(@Nullable Object result) {
        return Map.of("function", Map.of("result", masked(text().value(result))));
    }

    /** Type and message of an error, as OSprofiler names them. */
    Map<String, @Nullable Object> describe(Throwable error) {
        Map<String, @Nullable Object> info = new LinkedHashMap<>(4);
        info.put("etype", error.getClass().getName());
        info.put("message", message(error));
        return info;
    }

    boolean hasStacks() {
        return settings.stacks();
    }

    /** Bounded and masked; null if there is none, or it is not to be shown. */
    @Nullable
    String message(Throwable error) {
        if (!settings.messages()) {
            return null;
        }
        try {
            String message = CurrentRecorder.unrecorded(error::getMessage);
            return message == null ? null : text().masked(message).toString();
        } catch (Throwable unreadable) {
            return "(" + TypeName.of(unreadable) + " in getMessage)";
        }
    }

    /** A copy that nobody changes any more, of types that every store can write; empty if there is nothing to say. */
    Map<String, @Nullable Object> copy(@Nullable Map<String, ? extends @Nullable Object> info) {
        return info == null || info == NOTHING
                ? Map.of()
                : new InfoCopy(mask, names, settings.maxTextLength()).of(info);
    }

    /** What is secret only beside another value, as the argument of an option is. */
    String masked(ValueText text) {
        return text().plain(mask.mask(text.toString())).toString();
    }

    ValueText text() {
        return new ValueText(mask, settings.maxTextLength());
    }

    /**
     * The path of a URL with what is secret in it masked; empty if it is not to be shown.
     *
     * @param path the path as the request has it
     * @return what may be in a trace
     */
    public MaskedText path(String path) {
        return new MaskedText(settings.paths() ? text().masked(path) : text());
    }

    /**
     * The query of a URL with the values of secret names masked, as in {@code token=***}; empty if it is not to be shown.
     *
     * @param query the query as the request has it, without its question mark
     * @return what may be in a trace
     */
    public MaskedText query(String query) {
        return new MaskedText(settings.queries() ? text().maskedQuery(query) : text());
    }
}
