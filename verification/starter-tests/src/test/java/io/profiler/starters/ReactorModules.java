// SPDX-License-Identifier: Apache-2.0
package io.profiler.starters;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;

/** The modules beside this one, as they are just being built. */
final class ReactorModules implements WorkspaceReader {

    private static final Set<String> GROUPS = Set.of("io.profiler", "com.example");
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    private final WorkspaceRepository repository = new WorkspaceRepository("modules");

    @Override
    public WorkspaceRepository getRepository() {
        return repository;
    }

    @Override
    public File findArtifact(Artifact artifact) {
        if (!GROUPS.contains(artifact.getGroupId())) {
            return null;
        }
        return module(artifact.getArtifactId())
                .resolve(artifact.getExtension().equals("pom") ? "pom.xml" : "target/classes")
                .toFile();
    }

    private static Path module(String artifactId) {
        return ROOT.resolve(artifactId
                .replaceFirst("^profiler-parent$", ".")
                .replaceFirst("^profiler-store-", "stores/")
                .replaceFirst("^profiler-spring-boot-starter-(.*)", "stores/$1-starter"));
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
        return List.of();
    }
}
