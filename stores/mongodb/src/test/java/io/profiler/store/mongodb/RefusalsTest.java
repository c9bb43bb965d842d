// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

    private static final ServerAddress SERVER = new ServerAddress();
    private static final BsonDocument NO_DETAILS = new BsonDocument();

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {2, 9, 14, 15, 16, 22, 52, 57, 121, 10334, 17280, 17419})
    void aDocumentThatCannotBeStoredIsItsOwnFault(int code) {
        assertThat(Refusals.isOfDocument(writeError(code))).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {50, 91, 146, 189, 449, 462, 10107, 11600, 13388, 14031, 16500, 13, 8000, 11000, 4711})
    void theStateOfTheServerRightsDuplicatesAndWhatIsNotKnownAreNot(int code) {
        assertThat(Refusals.isOfDocument(writeError(code))).isFalse();
    }

    @Test
    void whatTheServerSaysOfAnErrorCountsMoreThanItsCode() {
        MongoCommandException tooDeep = new MongoCommandException(reply(15), SERVER);
        assertThat(Refusals.mayBeOfSome(tooDeep)).isTrue();

        tooDeep.addLabel("RetryableWriteError");

        assertThat(Refusals.mayBeOfSome(tooDeep)).isFalse();
        assertThat(Refusals.isPassing(tooDeep)).isTrue();
    }

    @Test
    void anIndexIsTriedAgainWhereTheServerIsKnownToBeBusy() {
        assertThat(Refusals.isPassing(new MongoCommandException(reply(16500), SERVER)))
                .isTrue();
        assertThat(Refusals.isPassing(new MongoNotPrimaryException(reply(10107), SERVER)))
                .isTrue();
        assertThat(Refusals.isPassing(new MongoCommandException(reply(13), SERVER)))
                .isFalse();
        assertThat(Refusals.isPassing(new MongoCommandException(reply(85), SERVER)))
                .isFalse();
    }

    private static BulkWriteError writeError(int code) {
        return new BulkWriteError(code, "refused", NO_DETAILS, 0);
    }

    private static BsonDocument reply(int code) {
        return new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(code));
    }
}
