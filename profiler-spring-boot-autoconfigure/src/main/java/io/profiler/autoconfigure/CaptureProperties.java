// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.trace.CaptureSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What of the application's values gets into traces.
 *
 * @param arguments Whether arguments of traced methods are shown.
 * @param path Whether the paths of requests are shown. They may hold ids and tokens, which nothing tells apart.
 * @param query Whether the queries of requests are shown, without what is secret in them.
 * @param messages Whether the messages of errors are shown, without what is secret in them.
 * @param stacks Whether it is shown where errors were thrown: classes, methods and lines, and the messages of causes if
 *     messages are shown. The first 16 errors of a request tell it.
 * @param redactedNames Names of parameters, members, headers and keys whose values are not shown. A name is
 *     secret if one of its words ends with one of these, in each case and however words are joined, unless its last
 *     word says that it tells about the secret, as in passwordPolicy. Defaults to password, token, secret,
 *     cookie and others; empty means none.
 * @param redactedQueryNames Names whose values are not shown in the query of a URL, besides those above. Defaults to
 *     code, key, sig, session and others; empty means none.
 * @param redactedShapes Whether what looks like a secret is not shown, wherever it stands: user and password in a URL,
 *     bearer tokens, private keys.
 * @since 0.1
 */
public record CaptureProperties(
        @DefaultValue("false") boolean arguments,
        @DefaultValue("true") boolean path,
        @DefaultValue("true") boolean query,
        @DefaultValue("true") boolean messages,
        @DefaultValue("true") boolean stacks,
        @Nullable List<String> redactedNames,
        @Nullable List<String> redactedQueryNames,
        @DefaultValue("true") boolean redactedShapes) {

    CaptureSettings settings(int maxTextLength) {
        CaptureSettings defaults = CaptureSettings.defaults();
        return new CaptureSettings(
                arguments,
                path,
                query,
                messages,
                stacks,
                redactedNames == null ? defaults.secretNames() : redactedNames,
                redactedQueryNames == null ? defaults.secretQueryNames() : redactedQueryNames,
                redactedShapes,
                maxTextLength);
    }
}
