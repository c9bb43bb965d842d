// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.Rejection;
import io.profiler.store.backend.Halving;
import io.profiler.store.backend.PointKey;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;

/** Inserts points so that one which cannot be stored does not hold up the others. */
final class PointInsert {

    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

    private final MongoCollection<TracePoint> collection;
    private final OccasionalLog warning;

    PointInsert(MongoCollection<Document> documents, Expiry expiry, OccasionalLog warning) {
        CodecRegistry codecs = documents.getCodecRegistry();
        this.collection = documents
                .withDocumentClass(TracePoint.class)
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new PointCodec(codecs, expiry.date())), codecs));
        this.warning = warning;
    }

    /**
     * @throws com.mongodb.MongoException if the same points may be stored later
     */
    AppendResult insert(List<TracePoint> points) {
        return AppendResult.allBut(
                points.size(),
                Halving.send(
                        points,
                        this::insertAtOnce,
                        Refusals::mayBeOfSome,
                        (point, refused) -> List.of(rejection(point, Causes.inOneLine(refused)))));
    }

    private List<Rejection> insertAtOnce(List<TracePoint> points) {
        try {
            collection.insertMany(points, UNORDERED);
            return List.of();
        } catch (MongoBulkWriteException partly) {
            return rejections(partly, points);
        }
    }

    /** A duplicate is a point that an earlier attempt has stored. */
    private List<Rejection> rejections(MongoBulkWriteException partly, List<TracePoint> points) {
        if (partly.getWriteConcernError() != null || Refusals.hasPassingLabel(partly)) {
            throw partly;
        }
        List<Rejection> rejections = new ArrayList<>();
        for (BulkWriteError error : partly.getWriteErrors()) {
            if (Refusals.isOfDocument(error)) {
                rejections.add(rejection(points.get(error.getIndex()), error.getMessage()));
            } else if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw partly;
            }
        }
        return rejections;
    }

    private Rejection rejection(TracePoint point, String reason) {
        warning.warn("Trace point " + PointKey.of(point) + " is dropped: " + collection.getNamespace()
                + " does not take it: " + reason);
        return new Rejection(point, reason);
    }
}
