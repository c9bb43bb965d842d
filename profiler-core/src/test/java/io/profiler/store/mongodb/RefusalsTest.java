// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

    private static final ServerAddress SERVER = new ServerAddress();
    private static final BsonDocument NO_DETAILS = new BsonDocument();

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {2, 52, 57, 121, 14, 16, 4711, 10334, 17280, 17419})
    void whateverIsNotKnownToPassIsTheDocumentsFault(int code) {
        assertThat(Refusals.isOfDocument(writeError(code))).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {50, 91, 189, 10107, 11600, 13388, 14031, 13, 11000})
    void theStateOfTheServerRightsAndDuplicatesAreNot(int code) {
        assertThat(Refusals.isOfDocument(writeError(code))).isFalse();
    }

    @Test
    void aCommandThatIsRefusedStaysRefused() {
        assertThat(Refusals.isPermanent(new IllegalStateException(new MongoCommandException(reply(13), SERVER))))
                .isTrue();
        assertThat(Refusals.isPermanent(bulk(null, writeError(121)))).isTrue();
    }

    @Test
    void aServerThatIsNotPrimaryOrOutOfReachIsNot() {
        assertThat(Refusals.isPermanent(new MongoNotPrimaryException(reply(10107), SERVER)))
                .isFalse();
        assertThat(Refusals.isPermanent(new MongoSocketException("gone", SERVER)))
                .isFalse();
        assertThat(Refusals.isPermanent(bulk(null, writeError(121), writeError(14031))))
                .isFalse();
        assertThat(Refusals.isPermanent(bulk(new WriteConcernError(64, "WriteConcernFailed", "late", NO_DETAILS))))
                .isFalse();
    }

    private static BulkWriteError writeError(int code) {
        return new BulkWriteError(code, "refused", NO_DETAILS, 0);
    }

    private static BsonDocument reply(int code) {
        return new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(code));
    }

    private static MongoBulkWriteException bulk(WriteConcernError concern, BulkWriteError... errors) {
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(), List.of(errors), concern, SERVER, Set.of());
    }
}
