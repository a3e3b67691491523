// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The examples of the guide print what it says. A line of {@code …} stands for any lines, … in a
 * line for any characters; a last line {@code [1]} is the exit code, else it is 0.
 */
final class GuideTest {
    private static final Path ROOT =
            Path.of(System.getProperty("parley.root", "..")).toAbsolutePath().normalize();
    private static final Path PAGE = ROOT.resolve("docs/guide/commands.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```console\n(.*?)```");

    @TempDir Path home;

    private record Example(String command, List<String> output) {}

    @TestFactory
    Stream<DynamicTest> everyExamplePrintsWhatTheGuideSays() throws IOException {
        List<Example> examples = examples(Files.readString(PAGE));
        assertThat(examples).hasSizeGreaterThan(8);
        return examples.stream().map(one -> DynamicTest.dynamicTest(one.command(), () -> run(one)));
    }

    @Test
    void everyCommandIsInTheGuide() throws IOException {
        String page = Files.readString(PAGE);
        Session help = Session.run("--help");
        List<String> commands =
                help.out()
                        .lines()
                        .dropWhile(line -> !line.startsWith("Commands:"))
                        .filter(line -> line.startsWith("  ") && line.charAt(2) != ' ')
                        .map(line -> line.strip().split(" ", 2)[0])
                        .toList();
        assertThat(commands).contains("export", "import", "due", "timeline");
        assertThat(commands).allSatisfy(name -> assertThat(page).contains("parley " + name));
    }

    private static List<Example> examples(String page) {
        List<Example> examples = new ArrayList<>();
        BLOCK.matcher(page)
                .results()
                .forEach(block -> {
                    for (String line : block.group(1).lines().toList()) {
                        if (line.startsWith("$ parley ")) {
                            examples.add(new Example(line.substring(9), new ArrayList<>()));
                        } else {
                            examples.getLast().output().add(line);
                        }
                    }
                });
        return examples;
    }

    private void run(Example example) {
        List<String> arguments = new ArrayList<>();
        for (String word : example.command().split(" ", -1)) {
            boolean path = word.startsWith("library/");
            arguments.add(path ? ROOT.resolve(word).toString() : word);
        }
        arguments.addAll(List.of("--home", home.toString()));
        if (!List.of("check", "test").contains(arguments.getFirst())) {
            arguments.addAll(List.of("--library", ROOT.resolve("library").toString()));
        }
        Session session = Session.run(arguments.toArray(String[]::new));
        StringBuilder pattern = new StringBuilder();
        String code = "[0]";
        for (String line : example.output()) {
            if (line.matches("\\[\\d]")) {
                code = line;
            } else if (line.equals("…")) {
                pattern.append("(?:.*\n)*");
            } else {
                pattern.append(quoted(line)).append("\n");
            }
        }
        String root = ROOT.toAbsolutePath().normalize() + "/";
        String printed = (session.out().replace("\r\n", "\n") + session.err()).replace(root, "");
        assertThat(printed).matches(pattern.toString());
        assertThat("[" + session.code() + "]").isEqualTo(code);
    }

    private static String quoted(String line) {
        return String.join(".*", Stream.of(line.split("…", -1)).map(Pattern::quote).toList());
    }
}
