// SPDX-License-Identifier: Apache-2.0
package org.parley;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of the checked-out project, for tests about the project itself. */
record SourceTree(Path root, List<Path> files) {
    private static final Set<String> SKIPPED = Set.of("target", ".git", ".idea", ".mvn");

    /** Every file of the project but what the build or an editor made. */
    static SourceTree ofThisProject() {
        Path root = Path.of(System.getProperty("parley.root", "..")).toAbsolutePath().normalize();
        if (!Files.isDirectory(root.resolve("proof")) || !Files.isDirectory(root.resolve("node"))) {
            throw new IllegalStateException(root + " is not Parley's root; set -Dparley.root=…");
        }
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, collectInto(files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(null);
        return new SourceTree(root, List.copyOf(files));
    }

    private static SimpleFileVisitor<Path> collectInto(List<Path> files) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return SKIPPED.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        };
    }

    List<Path> ending(String suffix) {
        return files.stream().filter(f -> f.toString().endsWith(suffix)).toList();
    }

    /** The path from the root, with forward slashes on every system. */
    String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
