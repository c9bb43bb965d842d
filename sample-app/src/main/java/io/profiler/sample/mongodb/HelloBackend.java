// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.mongodb;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;

/** Answers {@code hello}, which the health indicator sends and the server only knows by its former name. */
final class HelloBackend extends H2Backend {

    HelloBackend(MVStore store) {
        super(store);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        boolean hello = command.equalsIgnoreCase("hello");
        Document reply = super.handleCommand(channel, database, hello ? "ismaster" : command, query);
        if (hello) {
            reply.put("isWritablePrimary", true);
        }
        return reply;
    }
}
