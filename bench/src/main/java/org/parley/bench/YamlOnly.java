// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The library's YAML files parsed by snakeyaml-engine, on all processors, and nothing done with
 * them.
 */
final class YamlOnly {
    private YamlOnly() {}

    public static void main(String[] arguments) throws IOException {
        LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
            files = all.filter(YamlOnly::isRead).toList();
        }
        long documents = files.parallelStream().mapToLong(file -> documents(settings, file)).sum();
        System.out.println(files.size() + " files, " + documents + " documents");
    }

    /** What an overview reads: the rules and records of everything, not the tests. */
    private static boolean isRead(Path file) {
        boolean yaml = file.toString().endsWith(".yaml");
        boolean shelved =
                file.toString().contains("/agreements/")
                        || file.toString().contains("/mechanisms/");
        return yaml && shelved && !file.endsWith("test.yaml");
    }

    private static long documents(LoadSettings settings, Path file) {
        long number = 0;
        try {
            for (var node : new Compose(settings).composeAllFromString(Files.readString(file))) {
                number += node.getEndMark().isPresent() ? 1 : 0;
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return number;
    }
}
