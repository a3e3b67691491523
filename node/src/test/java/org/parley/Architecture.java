// SPDX-License-Identifier: Apache-2.0
package org.parley;

import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of the house about who may use whom and what. A room is a package right under the base
 * package, with everything below it.
 *
 * @param base {@code org.parley}, or the package of planted offenders that shows the rules can fail
 */
record Architecture(String base) {
    /** Room → rooms it may use, besides the root package; what those may use, it may use too. */
    private static final Map<String, Set<String>> USES =
            Map.ofEntries(
                    Map.entry("proof", Set.of()),
                    Map.entry("time", Set.of()),
                    Map.entry("yaml", Set.of()),
                    Map.entry("expression", Set.of()),
                    Map.entry("document", Set.of()),
                    Map.entry("agreement", Set.of("time", "yaml", "expression", "statement")),
                    Map.entry("statement", Set.of("proof", "time")),
                    Map.entry("standing", Set.of("agreement", "statement")),
                    Map.entry("estimate", Set.of("statement")),
                    Map.entry("record", Set.of("agreement", "statement", "estimate")),
                    Map.entry("flag", Set.of("standing")),
                    Map.entry("gap", Set.of("standing")),
                    Map.entry("verification", Set.of("standing")),
                    Map.entry("evidence", Set.of("statement", "standing", "record")),
                    Map.entry("lexicon", Set.of("yaml")),
                    Map.entry("extraction", Set.of("document", "lexicon", "evidence")),
                    Map.entry("contradiction", Set.of("extraction")),
                    Map.entry("archive", Set.of("extraction")),
                    Map.entry("search", Set.of("archive")),
                    Map.entry("proposal", Set.of("archive")),
                    Map.entry("log", Set.of("statement")),
                    Map.entry("review", Set.of("archive", "log")),
                    Map.entry("exchange", Set.of("log")),
                    Map.entry("party", Set.of("exchange", "record", "standing")),
                    Map.entry("login", Set.of("record")),
                    Map.entry("channel", Set.of("party")),
                    Map.entry("dialogue", Set.of("party")),
                    Map.entry(
                            "web",
                            Set.of(
                                    "flag",
                                    "gap",
                                    "verification",
                                    "evidence",
                                    "contradiction",
                                    "review",
                                    "search",
                                    "proposal",
                                    "party",
                                    "login",
                                    "channel",
                                    "dialogue")),
                    Map.entry("cli", Set.of("web")));

    /** What gets everything it works on as an argument: no clock, randomness, file or network. */
    private static final Set<String> PURE =
            Set.of(
                    "proof",
                    "time",
                    "yaml",
                    "expression",
                    "document",
                    "agreement",
                    "statement",
                    "standing",
                    "estimate",
                    "flag",
                    "gap",
                    "contradiction",
                    "verification");

    private static final List<String> OUTSIDE_WORLD =
            List.of(
                    "java.io.File",
                    "java.io.RandomAccessFile",
                    "java.nio.file.",
                    "java.nio.channels.",
                    "java.net.",
                    "java.sql.",
                    "javax.net.",
                    "java.security.SecureRandom",
                    "java.util.concurrent.ThreadLocalRandom",
                    "java.util.Timer",
                    "java.lang.Process");

    /** Pure although its package is not: a name, never looked up. */
    private static final Set<String> HARMLESS =
            Set.of("java.net.URI", "java.net.URISyntaxException");

    /** The JDK asks for a source of randomness where the standard has a seed; this one gives it. */
    private static final String GIVES_A_SEED = ".proof.note.Seeded";

    private static final Set<String> CLOCK_AND_CHANCE =
            Set.of(
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.nanoTime",
                    "java.lang.System.getenv",
                    "java.lang.System.getProperty",
                    "java.lang.Math.random",
                    "java.util.UUID.randomUUID",
                    "java.util.Random.<init>()",
                    "java.util.SplittableRandom.<init>()",
                    "java.util.Collections.shuffle(java.util.List)",
                    "java.util.random.RandomGenerator.getDefault",
                    "java.util.random.RandomGenerator.of",
                    "java.time.ZoneId.systemDefault",
                    "java.util.Locale.getDefault",
                    "java.lang.Thread.sleep");

    private static final Set<String> LEGACY =
            Set.of(
                    "java.util.Date",
                    "java.util.Calendar",
                    "java.util.GregorianCalendar",
                    "java.text.SimpleDateFormat",
                    "java.util.StringTokenizer",
                    "java.util.Vector",
                    "java.util.Hashtable");

    private static final Set<String> LOGGING =
            Set.of(
                    "java.util.logging.",
                    "org.slf4j.",
                    "org.apache.log4j.",
                    "java.lang.System$Logger");

    /** Turns a library's own log off. */
    private static final Set<String> SILENCERS =
            Set.of("org.parley.exchange.HybridTls", "org.parley.search.SearchIndex");

    /** Their answer depends on the reader's machine; each has a form that takes Locale.ROOT. */
    private static final Set<String> LOCALE =
            Set.of(
                    "java.lang.String.toLowerCase()",
                    "java.lang.String.toUpperCase()",
                    "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
                    "java.lang.String.formatted",
                    "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
                    "java.text.NumberFormat.getInstance()");

    /** The first name after the base package; empty for the root and for everything outside. */
    Optional<String> room(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(base + ".")) {
            return Optional.empty();
        }
        String rest = name.substring(base.length() + 1);
        int dot = rest.indexOf('.');
        return Optional.of(dot < 0 ? rest : rest.substring(0, dot));
    }

    private boolean isIn(JavaClass type, Set<String> rooms) {
        return room(type).filter(rooms::contains).isPresent();
    }

    /** A room uses only what stands before it; rooms that do not exist yet are no offence. */
    ArchRule direction() {
        return classes(
                "use only the rooms that the direction in ARCHITECTURE.md gives them",
                (type, offences) -> {
                    Optional<String> from = room(type);
                    if (from.isPresent() && !USES.containsKey(from.get())) {
                        offences.add(type.getName() + " stands in a room without a direction");
                    }
                    Set<String> allowed = from.map(Architecture::reach).orElse(Set.of());
                    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                        room(dependency.getTargetClass())
                                .filter(to -> !allowed.contains(to))
                                .ifPresent(to -> offences.add(dependency.getDescription()));
                    }
                });
    }

    private static Set<String> reach(String room) {
        Set<String> reached = new HashSet<>(Set.of(room));
        for (String next : USES.getOrDefault(room, Set.of())) {
            reached.addAll(reach(next));
        }
        return reached;
    }

    ArchRule noCycles() {
        return SlicesRuleDefinition.slices().matching(base + ".(**)").should().beFreeOfCycles();
    }

    ArchRule pureRooms() {
        return classes(
                "of the pure rooms touch no clock, chance, file or network",
                (type, offences) -> {
                    if (!isIn(type, PURE)) {
                        return;
                    }
                    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                        String name = dependency.getTargetClass().getName();
                        boolean seed =
                                type.getName().startsWith(base + GIVES_A_SEED)
                                        && name.startsWith("java.security.SecureRandom");
                        if (!seed
                                && !HARMLESS.contains(name)
                                && startsWithAny(name, OUTSIDE_WORLD)) {
                            offences.add(dependency.getDescription());
                        }
                    }
                    for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                        boolean now =
                                access.getTarget().getName().equals("now")
                                        && access.getTargetOwner()
                                                .getPackageName()
                                                .equals("java.time");
                        boolean clock =
                                access.getTargetOwner().getName().equals("java.time.Clock")
                                        && access.getTarget().getName().startsWith("system");
                        if (now || clock || isOneOf(access, CLOCK_AND_CHANCE)) {
                            offences.add(access.getDescription());
                        }
                    }
                });
    }

    ArchRule forbiddenCalls() {
        return classes(
                "make no forbidden call",
                (type, offences) -> {
                    for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                        String name = access.getTarget().getFullName();
                        boolean terminal =
                                name.startsWith("java.lang.System.exit")
                                        || name.equals("java.lang.System.out")
                                        || name.equals("java.lang.System.err")
                                        || name.startsWith("java.lang.Runtime.exit");
                        if (terminal && !isIn(type, Set.of("cli"))
                                || name.contains(".printStackTrace(")
                                || isOneOf(access, LOCALE)) {
                            offences.add(access.getDescription());
                        }
                    }
                });
    }

    ArchRule noLegacyTypes() {
        return classes(
                "use no logging framework and no superseded type",
                (type, offences) -> {
                    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                        String name = dependency.getTargetClass().getName();
                        boolean logs =
                                startsWithAny(name, LOGGING) && !SILENCERS.contains(type.getName());
                        if (LEGACY.contains(name) || logs) {
                            offences.add(dependency.getDescription());
                        }
                    }
                });
    }

    /** {@link ParleyException} is the only one a caller has to know; proof stands alone. */
    ArchRule oneException() {
        return classes(
                "declare no public exception beside ParleyException",
                (type, offences) -> {
                    boolean ours = type.getName().equals(ParleyException.class.getName());
                    if (type.isAssignableTo(Throwable.class)
                            && type.getModifiers().contains(JavaModifier.PUBLIC)
                            && !ours
                            && !isIn(type, Set.of("proof"))) {
                        offences.add(type.getName() + " is another exception");
                    }
                });
    }

    List<ArchRule> rules() {
        return List.of(
                direction(),
                noCycles(),
                pureRooms(),
                forbiddenCalls(),
                noLegacyTypes(),
                oneException());
    }

    /** The rooms that the direction names and that hold at least one of the classes. */
    Set<String> roomsOf(Iterable<JavaClass> classes) {
        Set<String> rooms = new HashSet<>();
        classes.forEach(c -> room(c).ifPresent(rooms::add));
        return rooms.stream().filter(USES::containsKey).collect(toSet());
    }

    /** Matches {@code Owner.name} with any arguments, or {@code Owner.name(arguments)} exactly. */
    private static boolean isOneOf(JavaAccess<?> access, Set<String> calls) {
        String full = access.getTarget().getFullName();
        int arguments = full.indexOf('(');
        return calls.contains(full)
                || arguments > 0 && calls.contains(full.substring(0, arguments));
    }

    private static boolean startsWithAny(String name, Iterable<String> prefixes) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    @FunctionalInterface
    private interface Check {
        void look(JavaClass type, Set<String> offences);
    }

    private static ArchRule classes(String description, Check check) {
        return ArchRuleDefinition.classes()
                .should(
                        new ArchCondition<>(description) {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                Set<String> offences = new HashSet<>();
                                check.look(type, offences);
                                offences.stream()
                                        .sorted()
                                        .map(o -> SimpleConditionEvent.violated(type, o))
                                        .forEach(events::add);
                            }
                        });
    }
}
