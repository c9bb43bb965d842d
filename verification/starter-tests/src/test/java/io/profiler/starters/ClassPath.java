// SPDX-License-Identifier: Apache-2.0
package io.profiler.starters;

import java.io.File;
import java.util.List;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.supplier.RepositorySystemSupplier;

/** What Maven gives an application with some dependencies, and with Spring Boot's versions. */
final class ClassPath {

    private static final RepositorySystem SYSTEM = new RepositorySystemSupplier().get();
    private static final DefaultRepositorySystemSession SESSION = session();
    private static final List<Dependency> MANAGED = managed();

    private ClassPath() {}

    private static DefaultRepositorySystemSession session() {
        DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
        LocalRepository local = new LocalRepository(new File(System.getProperty("maven.repository")), "simple");
        session.setLocalRepositoryManager(SYSTEM.newLocalRepositoryManager(session, local));
        session.setWorkspaceReader(new ReactorModules());
        session.setSystemProperties(System.getProperties());
        session.setOffline(true);
        return session;
    }

    private static List<Dependency> managed() {
        Artifact parent = new DefaultArtifact("io.profiler:profiler-parent:pom:0.1.0-SNAPSHOT");
        try {
            return SYSTEM.readArtifactDescriptor(SESSION, new ArtifactDescriptorRequest(parent, null, null))
                    .getManagedDependencies();
        } catch (RepositoryException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /**
     * Directories and jars.
     *
     * @param dependencies each {@code group:artifact}, with its version if that is not managed
     */
    static List<File> of(List<String> dependencies) {
        CollectRequest request = new CollectRequest()
                .setDependencies(
                        dependencies.stream().map(ClassPath::dependency).toList())
                .setManagedDependencies(MANAGED);
        try {
            return SYSTEM
                    .resolveDependencies(SESSION, new DependencyRequest(request, null))
                    .getArtifactResults()
                    .stream()
                    .map(result -> result.getArtifact().getFile())
                    .toList();
        } catch (RepositoryException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Dependency dependency(String name) {
        return MANAGED.stream()
                .filter(candidate -> name.equals(name(candidate.getArtifact())))
                .findFirst()
                .map(Dependency::getArtifact)
                .map(artifact -> new Dependency(artifact, "compile"))
                .orElseGet(() -> new Dependency(new DefaultArtifact(name), "compile"));
    }

    private static String name(Artifact artifact) {
        return artifact.getGroupId() + ':' + artifact.getArtifactId();
    }
}
