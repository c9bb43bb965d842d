// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.file.FileFailure;
import io.profiler.cli.option.FileNameConverter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One request, which can be sent again, and its response. Redirects are not followed: the signature is for the service that was named. */
public final class HttpExchange {

    private static final String CONTENT_TYPE = "Content-Type";
    private static final Pattern UNDERSCORE =
            Pattern.compile("(?i)https?://(?:[^/?#@]*@)?[^/?#@:]*_[^/?#@:]*(?::|/|\\?|#|$)");
    private static final String UNSENDABLE =
            "the name of a host may not have an underscore; give another name of it, or its address";
    private static final String OTHER_SCHEME = "the URL must begin with http:// or https:// and a host";

    private final URI url;
    private final HttpRequest.Builder request;
    private boolean typed;
    private @Nullable Duration patience;

    private HttpExchange(URI url) {
        this.url = url;
        this.request = HttpRequest.newBuilder(url);
    }

    /** @throws CommandFailure if that is not the URL of a web service */
    public static HttpExchange to(String url) {
        try {
            URI uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (!scheme.matches("https?") || uri.getHost() == null) {
                throw new CommandFailure(UNDERSCORE.matcher(url).lookingAt() ? UNSENDABLE : OTHER_SCHEME);
            }
            if (uri.getUserInfo() != null) {
                throw new CommandFailure("give user and password as -H 'Authorization: ...' instead of in the URL");
            }
            return new HttpExchange(URI.create(uri.toASCIIString()));
        } catch (URISyntaxException malformed) {
            if (!url.matches("(?i)https?://.*")) {
                throw new CommandFailure(OTHER_SCHEME);
            }
            throw new CommandFailure(
                    "the URL is malformed at character " + (malformed.getIndex() + 1) + ": " + malformed.getReason());
        }
    }

    public HttpExchange headers(List<String> lines) {
        for (String line : lines) {
            String[] header = line.split(":", 2);
            if (header.length < 2) {
                throw new CommandFailure("a header is 'Name: value', which '" + header[0] + "' is not");
            }
            addHeader(header[0].strip(), header[1].strip());
        }
        return this;
    }

    private void addHeader(String name, String value) {
        if (value.chars().anyMatch(c -> c >= 0x80)) {
            // Java's client would send a question mark for each.
            throw unsendable(name, ", as it holds letters that are not ASCII");
        }
        typed |= name.equalsIgnoreCase(CONTENT_TYPE);
        try {
            request.header(name, value);
        } catch (IllegalArgumentException refused) {
            throw unsendable(name, "");
        }
    }

    private static CommandFailure unsendable(String name, String reason) {
        return new CommandFailure("the header '" + name + "' cannot be sent" + reason);
    }

    public HttpExchange body(String method, @Nullable String data) {
        if (data != null && !typed) {
            request.header(CONTENT_TYPE, "application/json");
        }
        try {
            request.method(method, data == null ? BodyPublishers.noBody() : content(data));
            return this;
        } catch (IllegalArgumentException refused) {
            throw new CommandFailure("'" + method + "' is not a method that can be sent");
        }
    }

    private static BodyPublisher content(String data) {
        if (!data.startsWith("@")) {
            return BodyPublishers.ofString(data);
        }
        Path file = FileNameConverter.file(data.substring(1));
        try {
            return BodyPublishers.ofByteArray(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new CommandFailure("cannot read " + FileFailure.in(unreadable, file));
        }
    }

    HttpExchange signed(NewTrace trace) {
        trace.headers().forEach(request::setHeader);
        return this;
    }

    /** What is asked for, as the service will read it. */
    String path() {
        String path = url.getPath();
        return path.isEmpty() ? "/" : path;
    }

    /** Waits so long for a whole response; without it, for as long as it takes. */
    public HttpExchange within(Duration time) {
        patience = time;
        return this;
    }

    /**
     * The response with its whole body.
     *
     * @param reading what becomes of the body
     * @throws CommandFailure if there is no response
     */
    public <T> HttpResponse<T> send(BodyHandler<T> reading) {
        HttpAnswer answer = answer(new Deadline(patience));
        try {
            return answer.to(request.build(), reading);
        } catch (TimeoutException late) {
            throw answer.none("it did not come to an end within " + answer.deadline());
        }
    }

    /**
     * The response as soon as its head is there; the body is still to be read, and closed.
     *
     * @throws TimeoutException if the head has not come by then
     * @throws CommandFailure if there is no response
     */
    HttpResponse<InputStream> begin(Deadline deadline) throws TimeoutException {
        return answer(deadline).to(request.build(), BodyHandlers.ofInputStream());
    }

    private HttpAnswer answer(Deadline deadline) {
        return new HttpAnswer(url.getAuthority(), deadline);
    }
}
