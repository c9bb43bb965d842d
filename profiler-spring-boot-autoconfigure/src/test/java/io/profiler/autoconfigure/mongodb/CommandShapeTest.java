// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandShapeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{find: 'books', filter: {}, lsid: {id: 1}, $db: 'shop'} | find books {filter: {}}",
                "{aggregate: 'books', pipeline: [{$match: {a: 1}}, {$match: {a: 2}}, {$limit: 3}], cursor: {}}"
                        + " | aggregate books {pipeline: [{$match: {a: ?}}, {$limit: ?}]}",
                "{aggregate: 1, pipeline: []} | aggregate {pipeline: []}",
                "{getMore: 7, collection: 'books', batchSize: 5} | getMore books",
                "{insert: 'books', documents: [{a: 'secret'}], ordered: true} | insert books",
                "{find: 'books', filter: {$or: [{a: 1}, {b: [1, 'x']}]}} | find books {filter: {$or: [{a: ?}, {b: [?]}]}}",
                "{commitTransaction: 1, txnNumber: 3} | commitTransaction"
            })
    void aCommandWithoutItsValues(String command, String text) {
        BsonDocument parsed = BsonDocument.parse(command);

        CommandShape shape = CommandShape.of(parsed.getFirstKey(), parsed, false);

        assertThat(shape.text()).isEqualTo(text);
        assertThat(shape.values()).isEmpty();
    }

    @Test
    void valuesAreListedIfTheyAreWanted() {
        BsonDocument command = BsonDocument.parse(
                "{find: 'books', filter: {a: 'x', b: {$in: [1, true, null]},"
                        + " c: {$date: 0}, d: {$oid: '0123456789abcdef01234567'}, e: /^x/, f: {$binary: {base64: 'AA==', subType: '00'}}}}");

        assertThat(CommandShape.of("find", command, true).values())
                .isEqualTo(List.of(
                        "x", 1, true, "null", "1970-01-01T00:00:00Z", "0123456789abcdef01234567", "^x", "binary"));
    }

    @Test
    void largeCommandsAreCut() {
        String many =
                IntStream.range(0, 10_000).mapToObj(i -> "name" + i + ": " + i).collect(Collectors.joining(", "));
        String deep = "{a: ".repeat(50) + "1" + "}".repeat(50);

        CommandShape wide = CommandShape.of("find", BsonDocument.parse("{find: 'x', filter: {" + many + "}}"), true);
        CommandShape nested = CommandShape.of("find", BsonDocument.parse("{find: 'x', filter: " + deep + "}"), true);

        assertThat(wide.text()).hasSizeLessThan(1_100).endsWith(", …}}");
        assertThat(wide.values()).hasSizeLessThanOrEqualTo(100);
        assertThat(nested.text()).hasSizeLessThan(100).contains("?");
    }
}
