// SPDX-License-Identifier: Apache-2.0
package org.parley;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The house is tidy, and every check of it can fail. */
final class TidyTest {
    private static final SourceTree TREE = SourceTree.ofThisProject();
    private static final String LICENCE = "// SPDX-License-Identifier: Apache-2.0\n";

    @Test
    void everySourceIsTidy() {
        List<Tidy.Source> sources =
                TREE.ending(".java").stream()
                        .map(file -> new Tidy.Source(TREE.name(file), SourceTree.read(file)))
                        .toList();
        assertThat(sources).isNotEmpty();
        assertThat(Tidy.java(sources)).isEmpty();
    }

    @Test
    void nothingIsLeftUndoneAndNoFileNamesAMachine() {
        List<String> wrong = new ArrayList<>();
        for (Path file : TREE.files()) {
            String name = TREE.name(file);
            if (Tidy.isOurText(name)) {
                wrong.addAll(Tidy.anyText(name, SourceTree.read(file)));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        Set<Path> packages =
                TREE.ending(".java").stream()
                        .filter(f -> TREE.name(f).contains("/src/main/java/"))
                        .map(Path::getParent)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages).isNotEmpty();
        assertThat(packages)
                .allSatisfy(p -> {
                    Path info = p.resolve("package-info.java");
                    assertThat(info).exists();
                    assertThat(SourceTree.read(info)).contains("/**", "@NullMarked");
                });
    }

    @Test
    void everyFlagHasItsPageAndEveryPageItsFlag() {
        assertThat(Tidy.unmatched(flagClasses(), names("docs/flags/", ".md"))).isEmpty();
    }

    @Test
    void everyLinkOfAPageLeadsToAFile() {
        List<String> wrong = new ArrayList<>();
        for (Path page : TREE.ending(".md")) {
            wrong.addAll(Tidy.deadLinks(TREE.name(page), page, SourceTree.read(page)));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyDecisionHasANumberOfItsOwn() {
        List<String> decisions =
                names("docs/decisions/", ".md").stream().map(n -> n + ".md").toList();
        assertThat(decisions).isNotEmpty();
        assertThat(Tidy.misnumbered(decisions)).isEmpty();
    }

    @Test
    void aSourceWithoutItsLicenceIsCaught() {
        assertThat(Tidy.java("A.java", "class A {}\n")).singleElement().asString().contains("SPDX");
        assertThat(Tidy.java("A.java", LICENCE + "class A {}\n")).isEmpty();
    }

    @Test
    void aLongLineIsCaught() {
        String line = "class A {} //" + "x".repeat(88) + "\n";
        assertThat(Tidy.java("A.java", LICENCE + line))
                .containsExactly("A.java:2: longer than 100 characters");
    }

    @Test
    void aLongRowOfATextBlockIsData() {
        String block = "class A { String s = \"\"\"\n" + "x".repeat(120) + "\n\"\"\"; }\n";
        assertThat(Tidy.java("A.java", LICENCE + block)).isEmpty();
    }

    @Test
    void aLongFunctionIsCaughtAndOneOfSeventyLinesIsNot() {
        assertThat(Tidy.java("A.java", function(70))).isEmpty();
        assertThat(Tidy.java("A.java", function(71))).containsExactly("A.java:3: f has 71 lines");
    }

    @Test
    void aNameThatSaysNothingIsCaught() {
        assertThat(Tidy.java("A.java", LICENCE + "class A { record FooImpl() {} }\n")).hasSize(1);
        assertThat(Tidy.java("A.java", LICENCE + "interface DateUtils {}\n")).hasSize(1);
        assertThat(Tidy.java("A.java", LICENCE + "package org.parley.common;\nclass A {}\n"))
                .hasSize(1);
        assertThat(Tidy.java("A.java", LICENCE + "class Implement {}\n")).isEmpty();
    }

    @Test
    void workLeftUndoneAndAMachinesFolderAreCaught() {
        assertThat(Tidy.anyText("a.md", "one\nTO" + "DO two\n"))
                .containsExactly("a.md:2: left undone; do it or open an issue");
        assertThat(Tidy.anyText("a.md", "see /tmp/x and \"/work/y\"\n")).hasSize(1);
        assertThat(Tidy.anyText("a.md", "see https://example.org/work/y, $HOME/tmp/x, a/tmp/b\n"))
                .isEmpty();
    }

    @Test
    void aLinkToNowhereIsCaught() {
        Path page = TREE.root().resolve("README.md");
        assertThat(
                        Tidy.deadLinks(
                                "README.md",
                                page,
                                "[a](docs/none.md) [b](pom.xml#c) [d](https://x.org) [e](#f)\n"
                                        + "`[x](y)`"))
                .containsExactly("README.md: links to docs/none.md, which is not there");
    }

    @Test
    void aFlagWithoutAPageAndAPageWithoutAFlagAreCaught() {
        assertThat(
                        Tidy.unmatched(
                                Set.of("LateNotification", "OverLimit"),
                                Set.of("over-limit", "old")))
                .containsExactly(
                        "flag/LateNotification has no page docs/flags/late-notification.md",
                        "docs/flags/old.md has no class in org.parley.flag");
    }

    @Test
    void aDecisionsNumberIsCheckedForFormAndUse() {
        assertThat(Tidy.misnumbered(List.of("0001-a.md", "0001-b.md", "2-c.md"))).hasSize(2);
    }

    private static String function(int lines) {
        return LICENCE
                + "class A {\n    void f() {\n"
                + "        f();\n".repeat(lines - 2)
                + "    }\n}\n";
    }

    /** The final classes that implement a flag, in the package of flags or of the linter. */
    private static Set<String> flagClasses() {
        Set<String> classes = implementing("node/src/main/java/org/parley/flag/", "Detector");
        classes.addAll(implementing("node/src/main/java/org/parley/agreement/", "LintRule"));
        return classes;
    }

    private static Set<String> implementing(String folder, String type) {
        Set<String> classes = new TreeSet<>();
        for (String name : names(folder, ".java")) {
            String source = SourceTree.read(TREE.root().resolve(folder + name + ".java"));
            if (source.contains("final class " + name + " implements " + type + " ")) {
                classes.add(name);
            }
        }
        return classes;
    }

    /** The names of the files right in this folder, without the ending; none if it is absent. */
    private static Set<String> names(String folder, String ending) {
        return TREE.ending(ending).stream()
                .map(TREE::name)
                .filter(n -> n.startsWith(folder) && n.indexOf('/', folder.length()) < 0)
                .map(n -> n.substring(folder.length(), n.length() - ending.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
