// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.subscription;

import io.profiler.sample.message.NewSubscription;
import io.profiler.sample.message.SubscriptionChange;
import io.profiler.sample.model.JsonText;
import io.profiler.sample.web.error.ApiException;
import io.profiler.sample.web.json.JsonBody;
import io.profiler.sample.web.json.JsonFields;
import io.profiler.sample.web.json.TtlRange;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a client says about a subscription. */
@Component
class SubscriptionReader {

    private static final List<String> SCHEMES = List.of("http", "https", "mailto", "trust+http", "trust+https");
    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_SUBSCRIBER_LENGTH = 1000;
    private static final long DEFAULT_TTL_SECONDS = 3600;
    private static final JsonText NO_OPTIONS = new JsonText("{}");

    private final JsonMapper jsonMapper;

    SubscriptionReader(JsonMapper jsonMapper) {
        this.jsonMapper = jsonMapper;
    }

    NewSubscription readNew(JsonBody body) {
        SubscriptionChange values = readChange(body);
        if (values.subscriber() == null) {
            throw ApiException.badRequest("Missing parameter subscriber in body.");
        }
        return new NewSubscription(
                values.subscriber(),
                Objects.requireNonNullElse(values.ttlSeconds(), DEFAULT_TTL_SECONDS),
                Objects.requireNonNullElse(values.options(), NO_OPTIONS));
    }

    SubscriptionChange readChange(JsonBody body) {
        body.requireAtMost(MAX_BYTES, "Subscription is too large. Max size: %s");
        ObjectNode subscription = body.object();
        return new SubscriptionChange(subscriber(subscription), ttl(subscription), options(subscription));
    }

    private static @Nullable String subscriber(ObjectNode subscription) {
        JsonNode subscriber = present(subscription, "subscriber");
        if (subscriber == null) {
            return null;
        }
        if (!subscriber.isString() || SCHEMES.stream().noneMatch(scheme -> hasScheme(subscriber, scheme))) {
            throw ApiException.badRequest(
                    "The subscriber must be an address of one of the types %s.".formatted(String.join(", ", SCHEMES)));
        }
        if (subscriber.stringValue().length() > MAX_SUBSCRIBER_LENGTH) {
            throw ApiException.badRequest(
                    "The subscriber may not be longer than %s characters.".formatted(MAX_SUBSCRIBER_LENGTH));
        }
        return subscriber.stringValue();
    }

    private static boolean hasScheme(JsonNode subscriber, String scheme) {
        return subscriber.stringValue().regionMatches(true, 0, scheme + ":", 0, scheme.length() + 1);
    }

    private static @Nullable Long ttl(ObjectNode subscription) {
        JsonNode ttl = present(subscription, "ttl");
        if (ttl == null) {
            return null;
        }
        long seconds =
                JsonFields.wholeNumber(ttl).orElseThrow(() -> ApiException.badRequest("TTL must be an integer."));
        TtlRange.SUBSCRIPTION.check(seconds);
        return seconds;
    }

    private @Nullable JsonText options(ObjectNode subscription) {
        JsonNode options = present(subscription, "options");
        if (options == null) {
            return null;
        }
        if (!options.isObject()) {
            throw ApiException.badRequest("Options must be a dict.");
        }
        return new JsonText(jsonMapper.writeValueAsString(options));
    }

    private static @Nullable JsonNode present(ObjectNode object, String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
