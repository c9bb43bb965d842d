// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.load;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** What a server under load answers. */
public final class Answers {

    private Answers() {}

    /** The body of an answer, which has to be one of success. */
    public static String bodyOf(ClassicHttpResponse answer, String request) throws IOException, ParseException {
        String body = answer.getEntity() == null ? "" : EntityUtils.toString(answer.getEntity());
        if (answer.getCode() / 100 != 2) {
            throw new IllegalStateException("%s: %s %s".formatted(request, answer.getCode(), body));
        }
        return body;
    }
}
