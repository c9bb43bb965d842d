// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser.library;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Reads the books of each author by a query of its own. */
@Service
class LibraryService {

    private static final String AUTHORS = "authors";
    private static final String BOOKS = "books";
    private static final int AUTHOR_COUNT = 50;

    private final MongoOperations documents;

    LibraryService(MongoOperations documents) {
        this.documents = documents;
    }

    void fill() {
        for (int author = 0; author < AUTHOR_COUNT; author++) {
            String name = "Author " + author;
            documents.insert(new Document("name", name), AUTHORS);
            for (int book = 0; book < 5; book++) {
                documents.insert(new Document("author", name).append("title", "Book " + book), BOOKS);
            }
        }
    }

    List<PricedAuthor> all() {
        return documents.find(new Query(), Document.class, AUTHORS).stream()
                .map(author -> priced(author.getString("name")))
                .toList();
    }

    private PricedAuthor priced(String author) {
        List<Document> books = documents.find(query(where("author").is(author)), Document.class, BOOKS);
        return new PricedAuthor(author, books.size(), new Pricing().of(books));
    }
}
