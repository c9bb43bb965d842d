// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import guru.nidi.graphviz.model.MutableGraph;
import guru.nidi.graphviz.model.MutableNode;
import guru.nidi.graphviz.parse.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** A graph as graphviz-java reads it from DOT. */
record DotGraph(int edges, Map<String, String> labels) {

    static DotGraph parse(String dot) {
        try {
            MutableGraph graph = new Parser().read(dot);
            Map<String, String> labels = new HashMap<>();
            for (MutableNode node : graph.nodes()) {
                labels.put(node.name().toString(), String.valueOf(node.get("label")));
            }
            return new DotGraph(graph.edges().size(), labels);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
