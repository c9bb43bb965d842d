// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Puts a script and all that it imports into one text with one scope, each module after those that it imports, as a
 * browser would run them.
 */
final class ScriptLinker {

    private final UnaryOperator<String> source;
    private final Map<String, ScriptModule> linked = new LinkedHashMap<>();
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Map<String, String> declaredBy = new HashMap<>();

    private ScriptLinker(UnaryOperator<String> source) {
        this.source = source;
    }

    /**
     * @param entry path of the script on the class path
     * @param source gives the text of a script by its path
     * @throws IllegalArgumentException if the scripts do not fit together
     */
    static String link(String entry, UnaryOperator<String> source) {
        ScriptLinker linker = new ScriptLinker(source);
        linker.add(entry);
        return linker.linked.values().stream().map(ScriptModule::body).collect(Collectors.joining("\n"));
    }

    private ScriptModule add(String path) {
        ScriptModule known = linked.get(path);
        return known == null ? addNew(path) : known;
    }

    private ScriptModule addNew(String path) {
        if (!waiting.add(path)) {
            throw new IllegalArgumentException("scripts import each other: " + circleOf(path));
        }
        ScriptModule module = ScriptParser.parse(path, source.apply(path));
        module.imports().forEach(wanted -> addImported(module, wanted));
        module.declared().forEach(name -> claim(name, path));
        waiting.remove(path);
        linked.put(path, module);
        return module;
    }

    private String circleOf(String path) {
        List<String> way = new ArrayList<>(waiting);
        way.add(path);
        return String.join(" -> ", way.subList(way.indexOf(path), way.size()));
    }

    private void addImported(ScriptModule module, ScriptModule.Import wanted) {
        ScriptModule imported = add(resolve(module.path(), wanted.from()));
        for (String name : wanted.names()) {
            if (!imported.exports().contains(name)) {
                throw new IllegalArgumentException(
                        module.path() + ":" + wanted.line() + ": " + wanted.from() + " exports no " + name);
            }
        }
    }

    private static String resolve(String importing, String from) {
        return URI.create("/" + importing).resolve(from).getPath().substring(1);
    }

    private void claim(String name, String path) {
        String other = declaredBy.put(name, path);
        if (other != null) {
            throw new IllegalArgumentException(
                    other + " and " + path + " both declare " + name + ", and on a page they share one scope");
        }
    }
}
