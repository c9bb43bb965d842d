// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import io.profiler.admission.Admission;
import io.profiler.admission.Admitted;
import io.profiler.autoconfigure.TraceEnd;
import io.profiler.autoconfigure.Unrecorded;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.propagation.TraceContext;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import io.profiler.trace.TracePosition;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Decides which messages are profiled. */
final class MessageTraces {

    /** What a token calls it that a message is listened to. */
    static final String METHOD = "MESSAGE";

    private final HeaderVerifier verifier;
    private final Admission admission;
    private final Profiler profiler;

    MessageTraces(HeaderVerifier verifier, Admission admission, Profiler profiler) {
        this.verifier = verifier;
        this.admission = admission;
        this.profiler = profiler;
    }

    /** The message with the trace that it is part of, by a token or else by OSprofiler's headers; null for none. */
    @Nullable
    AcceptedMessage accept(SignedMessage message) {
        TraceContext byToken = message.token() == null
                ? null
                : verifier.verifyToken(message.token(), METHOD, path(message)).context();
        TraceContext context = byToken == null && message.info() != null
                ? verifier.verify(message.info(), message.hmac()).context()
                : byToken;
        return context == null ? null : new AcceptedMessage(message, context);
    }

    private static String path(SignedMessage message) {
        return '/' + URLEncoder.encode(message.source(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Opens a trace, which no thread records by itself; null if there is no room for it. */
    @Nullable
    OpenTrace open(TraceContext context) {
        Admitted admitted = admission.admit(context);
        return admitted == null ? null : open(context, admitted);
    }

    /** Where nothing can tell of the end, nothing is admitted. */
    private @Nullable OpenTrace open(TraceContext context, Admitted admitted) {
        try (ProfiledScope scope = profiler.open(context)) {
            return Unrecorded.is(scope, admitted) ? null : openHere(context, admitted, scope);
        } catch (Throwable fault) {
            admitted.profilerFailed();
            throw fault;
        }
    }

    private @Nullable OpenTrace openHere(TraceContext context, Admitted admitted, ProfiledScope scope) {
        TracePosition top = TracePosition.current();
        if (top == null) {
            admitted.profilerFailed();
            scope.end();
            return null;
        }
        TraceEnd ofTrace = new TraceEnd(admitted, verifier, context);
        return new OpenTrace(top, () -> {
            scope.end();
            ofTrace.run();
        });
    }
}
