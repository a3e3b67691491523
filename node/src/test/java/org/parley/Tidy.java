// SPDX-License-Identifier: Apache-2.0
package org.parley;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What a tidy file is. Each check takes a name and a text and returns what is wrong, in words. */
final class Tidy {
    static final int LINE_CHARS_MAX = 100;
    static final int FUNCTION_LINES_MAX = 70;

    private static final String LICENCE = "// SPDX-License-Identifier: Apache-2.0";
    private static final Pattern UNDONE = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern EMPTY_NAME =
            Pattern.compile("(Impl|Manager|Utils?|Helpers?)$|^Abstract");
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.$}:/~-])/(work|tmp|home|root|Users)/");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]\\n]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```|`[^`\\n]*`");

    private Tidy() {}

    /** Text files of ours. Documents under a test's resources are as their authors left them. */
    static boolean isOurText(String name) {
        boolean text =
                name.matches(".*\\.(java|md|xml|sh|ya?ml|json|jte|css|js|cmd)|parley|\\.ci/run");
        return text && !name.contains("/src/test/resources/");
    }

    static List<String> java(String name, String text) {
        return java(List.of(new Source(name, text)));
    }

    /** All in one go: a parser for each file takes ten times as long. */
    static List<String> java(List<Source> sources) {
        List<String> wrong = new ArrayList<>();
        sources.forEach(source -> wrong.addAll(lines(source.name, source.text)));
        wrong.addAll(structure(sources));
        return wrong;
    }

    private static List<String> lines(String name, String text) {
        List<String> wrong = new ArrayList<>();
        if (!text.startsWith(LICENCE + "\n")) {
            wrong.add(name + ":1: does not start with its SPDX line");
        }
        int number = 0;
        boolean inTextBlock = false;
        for (String line : text.split("\n", -1)) {
            number++;
            // A table in a text block is data: folding its rows would make it harder to read.
            if (line.length() > LINE_CHARS_MAX && !inTextBlock && !line.startsWith("import ")) {
                wrong.add(name + ":" + number + ": longer than " + LINE_CHARS_MAX + " characters");
            }
            inTextBlock ^= line.split("\"\"\"", -1).length % 2 == 0;
        }
        return wrong;
    }

    static List<String> anyText(String name, String text) {
        List<String> wrong = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (UNDONE.matcher(line).find()) {
                wrong.add(name + ":" + number + ": left undone; do it or open an issue");
            }
            if (!isAboutTidiness(name) && MACHINE_PATH.matcher(line).find()) {
                wrong.add(name + ":" + number + ": names a folder of somebody's machine");
            }
        }
        return wrong;
    }

    private static boolean isAboutTidiness(String name) {
        return name.endsWith("/TidyTest.java");
    }

    /** Function lengths and names, from the compiler's own parser. */
    private static List<String> structure(List<Source> sources) {
        List<String> wrong = new ArrayList<>();
        JavacTask task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(null, null, d -> {}, null, null, sources);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                String name = unit.getSourceFile().getName().substring(1);
                unit.accept(new Structure(name, unit, positions, wrong), null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return wrong;
    }

    /** A source with the name that it has in the project. */
    static final class Source extends SimpleJavaFileObject {
        private final String name;
        private final String text;

        Source(String name, String text) {
            super(URI.create("source:///" + name), JavaFileObject.Kind.SOURCE);
            this.name = name;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Structure extends TreeScanner<Void, Void> {
        private final String name;
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> wrong;

        Structure(
                String name,
                CompilationUnitTree unit,
                SourcePositions positions,
                List<String> wrong) {
            this.name = name;
            this.unit = unit;
            this.positions = positions;
            this.wrong = wrong;
            if (unit.getPackageName() != null
                    && unit.getPackageName()
                            .toString()
                            .matches("(.*\\.)?(common|util|utils|impl)")) {
                wrong.add(name + ": a package name that says nothing");
            }
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            LineMap lines = unit.getLineMap();
            long start = positions.getStartPosition(unit, method);
            long end = positions.getEndPosition(unit, method);
            if (start >= 0 && end >= start) {
                long first = lines.getLineNumber(start);
                long length = lines.getLineNumber(end) - first + 1;
                if (length > FUNCTION_LINES_MAX) {
                    wrong.add(
                            name
                                    + ":"
                                    + first
                                    + ": "
                                    + method.getName()
                                    + " has "
                                    + length
                                    + " lines");
                }
            }
            return super.visitMethod(method, nothing);
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            String simple = type.getSimpleName().toString();
            if (EMPTY_NAME.matcher(simple).find()) {
                wrong.add(name + ": " + simple + " does not say what it is");
            }
            return super.visitClass(type, nothing);
        }
    }

    /** Links of a Markdown page that lead to no file; addresses of the web are not followed. */
    static List<String> deadLinks(String name, Path page, String text) {
        List<String> wrong = new ArrayList<>();
        Matcher link = LINK.matcher(FENCE.matcher(text).replaceAll(""));
        while (link.find()) {
            String target = link.group(1).replaceFirst("#.*", "");
            boolean elsewhere = target.isEmpty() || target.matches("[a-z]+:.*");
            if (!elsewhere && !Files.exists(page.resolveSibling(target))) {
                wrong.add(name + ": links to " + target + ", which is not there");
            }
        }
        return wrong;
    }

    /** Flags without their page and pages without their flag. */
    static List<String> unmatched(Set<String> flagClasses, Set<String> pages) {
        List<String> wrong = new ArrayList<>();
        Set<String> slugs = new TreeSet<>();
        for (String flag : flagClasses) {
            String slug = slug(flag);
            slugs.add(slug);
            if (!pages.contains(slug)) {
                wrong.add("flag/" + flag + " has no page docs/flags/" + slug + ".md");
            }
        }
        for (String page : pages) {
            if (!slugs.contains(page)) {
                wrong.add("docs/flags/" + page + ".md has no class in org.parley.flag");
            }
        }
        return wrong;
    }

    /** {@code LateNotification} → {@code late-notification}. */
    static String slug(String className) {
        return className
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(java.util.Locale.ROOT);
    }

    /** Decisions whose name is not {@code 0001-words.md}, or that share a number. */
    static List<String> misnumbered(List<String> decisions) {
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (String decision : decisions) {
            if (!decision.matches("\\d{4}-[a-z0-9-]+\\.md")) {
                wrong.add("docs/decisions/" + decision + ": expected 0001-words.md");
            } else if (!seen.add(decision.substring(0, 4))) {
                wrong.add("docs/decisions/" + decision + ": its number is taken");
            }
        }
        return wrong;
    }
}
