// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import io.profiler.point.OccasionalLog;
import io.profiler.store.AppendResult;
import java.util.List;
import org.bson.BSONException;
import org.bson.Document;
import org.bson.codecs.configuration.CodecConfigurationException;

/** Inserts documents so that one which cannot be stored does not hold up the others. */
final class PointInsert {

    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

    private final MongoCollection<Document> collection;
    private final OccasionalLog warning;

    PointInsert(MongoCollection<Document> collection, OccasionalLog warning) {
        this.collection = collection;
        this.warning = warning;
    }

    /**
     * @throws com.mongodb.MongoException if the same documents may be stored later
     */
    AppendResult insert(List<Document> documents) {
        try {
            collection.insertMany(documents, UNORDERED);
            return AppendResult.allStored(documents.size());
        } catch (MongoBulkWriteException partly) {
            return resultOf(partly, documents);
        } catch (MongoCommandException refused) {
            if (!Refusals.isOfUnreadableDocument(refused)) {
                throw refused;
            }
            return withoutTheUnwritable(documents, refused);
        } catch (BSONException | CodecConfigurationException unwritable) {
            return withoutTheUnwritable(documents, unwritable);
        }
    }

    private AppendResult withoutTheUnwritable(List<Document> documents, RuntimeException fault) {
        if (documents.size() == 1) {
            reject(documents.get(0), Causes.inOneLine(fault));
            return new AppendResult(0, 1);
        }
        int half = documents.size() / 2;
        AppendResult first = insert(documents.subList(0, half));
        AppendResult second = insert(documents.subList(half, documents.size()));
        return new AppendResult(first.stored() + second.stored(), first.rejected() + second.rejected());
    }

    /** A duplicate is a point that an earlier attempt has stored. */
    private AppendResult resultOf(MongoBulkWriteException partly, List<Document> documents) {
        if (partly.getWriteConcernError() != null || Refusals.hasPassingLabel(partly)) {
            throw partly;
        }
        int rejected = 0;
        for (BulkWriteError error : partly.getWriteErrors()) {
            if (Refusals.isOfDocument(error)) {
                reject(documents.get(error.getIndex()), error.getMessage());
                rejected++;
            } else if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw partly;
            }
        }
        return new AppendResult(documents.size() - rejected, rejected);
    }

    private void reject(Document document, String reason) {
        warning.warn("Trace point " + document.get("_id") + " is dropped: " + collection.getNamespace()
                + " does not take it: " + reason);
    }
}
