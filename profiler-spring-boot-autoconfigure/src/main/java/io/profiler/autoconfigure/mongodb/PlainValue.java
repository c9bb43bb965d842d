// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.mongodb;

import java.time.Instant;
import java.util.Locale;
import org.bson.BsonValue;

/** Values of MongoDB as values of Java that have a text. */
final class PlainValue {

    private PlainValue() {}

    /** Of bytes and code, only what kind they are. */
    static Object of(BsonValue value) {
        return switch (value.getBsonType()) {
            case STRING -> value.asString().getValue();
            case INT32 -> value.asInt32().getValue();
            case INT64 -> value.asInt64().getValue();
            case DOUBLE -> value.asDouble().getValue();
            case BOOLEAN -> value.asBoolean().getValue();
            case OBJECT_ID -> value.asObjectId().getValue().toHexString();
            case DATE_TIME ->
                Instant.ofEpochMilli(value.asDateTime().getValue()).toString();
            case DECIMAL128 -> value.asDecimal128().getValue().toString();
            case SYMBOL -> value.asSymbol().getSymbol();
            case REGULAR_EXPRESSION -> value.asRegularExpression().getPattern();
            default -> value.getBsonType().toString().toLowerCase(Locale.ROOT);
        };
    }
}
