// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import io.profiler.store.AppendResult;
import java.util.List;
import java.util.Set;
import org.bson.BSONException;
import org.bson.Document;
import org.bson.codecs.configuration.CodecConfigurationException;

/** Inserts documents so that one which cannot be stored does not hold up the others. */
final class PointInsert {

    /** Bad value, validation failure, document too large, key too large. */
    private static final Set<Integer> DOCUMENT_REFUSED = Set.of(2, 121, 10334, 17280, 17419);

    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

    private final MongoCollection<Document> collection;

    PointInsert(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /**
     * @throws com.mongodb.MongoException if the same documents may be stored later
     */
    AppendResult insert(List<Document> documents) {
        try {
            collection.insertMany(documents, UNORDERED);
            return AppendResult.allStored(documents.size());
        } catch (MongoBulkWriteException partly) {
            return resultOf(partly, documents.size());
        } catch (BSONException | CodecConfigurationException unwritable) {
            return documents.size() == 1 ? new AppendResult(0, 1) : insertOneByOne(documents);
        }
    }

    private AppendResult insertOneByOne(List<Document> documents) {
        int stored = 0;
        for (Document document : documents) {
            stored += insert(List.of(document)).stored();
        }
        return new AppendResult(stored, documents.size() - stored);
    }

    /** A duplicate is a point that an earlier attempt has stored. */
    private static AppendResult resultOf(MongoBulkWriteException partly, int sent) {
        int rejected = 0;
        for (var error : partly.getWriteErrors()) {
            if (DOCUMENT_REFUSED.contains(error.getCode())) {
                rejected++;
            } else if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw partly;
            }
        }
        if (partly.getWriteConcernError() != null) {
            throw partly;
        }
        return new AppendResult(sent - rejected, rejected);
    }
}
