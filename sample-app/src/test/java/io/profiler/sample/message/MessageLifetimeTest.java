// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.profiler.sample.RunningSample;
import io.profiler.sample.model.JsonText;
import io.profiler.sample.model.QueueId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoOperations;

/** What becomes of messages and claims as time goes by, whether or not the database has deleted anything. */
class MessageLifetimeTest {

    private static final ClaimTerms TERMS = new ClaimTerms(300, 60);
    private static final ClaimSelection FIRST = new ClaimSelection(1, true, null);

    private static RunningSample sample;

    @BeforeAll
    static void start() {
        sample = RunningSample.start();
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    void anExpiredMessageIsGone() {
        QueueId queue = queueOf("expired", new NewMessage(60, 0, new JsonText("1")));
        assertThat(messagesIn(59).list(queue, all(true))).hasSize(1);
        assertThat(messagesIn(61).list(queue, all(true))).isEmpty();
    }

    @Test
    void aDelayedMessageShowsWhenItsDelayIsOver() {
        QueueId queue = queueOf("delayed", new NewMessage(300, 30, new JsonText("1")));
        assertThat(messagesIn(29).list(queue, all(false))).isEmpty();
        assertThat(messagesIn(29).list(queue, all(true))).hasSize(1);
        assertThat(messagesIn(31).list(queue, all(false))).hasSize(1);
    }

    @Test
    void aClaimEndsByItselfAndItsMessagesOutliveIt() {
        QueueId queue = queueOf("claimed", new NewMessage(60, 0, new JsonText("1")));
        String claim = claimsIn(0).create(queue, TERMS, FIRST).orElseThrow().id();
        assertThat(claimsIn(299).find(queue, claim)).isPresent();
        assertThat(claimsIn(301).find(queue, claim)).isEmpty();
        assertThat(claimsIn(301).renew(queue, claim, TERMS)).isFalse();
        assertThat(claimsIn(301).create(queue, TERMS, FIRST)).isPresent();
    }

    @Test
    void aSubscriptionEndsByItselfAndMakesPlaceForAnother() {
        QueueId queue = new QueueId("lifetime", "subscribed");
        NewSubscription subscription = new NewSubscription("http://host", 60, new JsonText("{}"));
        String id = subscriptionsIn(0).create(queue, subscription);
        assertThat(subscriptionsIn(0).create(queue, subscription)).isEqualTo(id);
        assertThat(subscriptionsIn(0).confirm(queue, id, true)).isTrue();
        assertThatExceptionOfType(SubscriptionExistsException.class)
                .isThrownBy(() -> subscriptionsIn(59).create(queue, subscription));
        assertThat(subscriptionsIn(61).find(queue, id)).isEmpty();
        assertThat(subscriptionsIn(61).list(queue, null, 10)).isEmpty();
        assertThat(subscriptionsIn(61).create(queue, subscription)).isNotEqualTo(id);
    }

    private static SubscriptionsStore subscriptionsIn(long seconds) {
        return new MongoSubscriptionsStore(sample.bean(MongoOperations.class), later(seconds));
    }

    private static QueueId queueOf(String name, NewMessage message) {
        QueueId queue = new QueueId("lifetime", name);
        sample.bean(MessagesStore.class).post(queue, "client", List.of(message));
        return queue;
    }

    private static MessageFilter all(boolean includeDelayed) {
        return new MessageFilter(null, 10, null, true, includeDelayed);
    }

    private static MessagesStore messagesIn(long seconds) {
        MongoOperations mongo = sample.bean(MongoOperations.class);
        return new MongoMessagesStore(mongo, new MessageAppender(mongo, later(seconds)), later(seconds));
    }

    private static ClaimsStore claimsIn(long seconds) {
        MongoOperations mongo = sample.bean(MongoOperations.class);
        DeadLetters deadLetters = new DeadLetters(mongo, new MessageAppender(mongo, later(seconds)));
        return new MongoClaimsStore(mongo, deadLetters, later(seconds));
    }

    private static Clock later(long seconds) {
        return Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
    }
}
