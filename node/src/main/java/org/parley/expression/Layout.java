// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one expression may read: the declared fields with their slots, the tables, and for items
 * which kind has which states and fields. Slots are numbered in order of declaration; with kinds,
 * slot 0 is {@code item.kind} and slot 1 is {@code item.state}. Immutable and thread safe.
 */
public final class Layout {
    /** The slot value of a field that was not stated. */
    public static final long ABSENT = Long.MIN_VALUE;

    public static final String KIND = "item.kind";
    public static final String STATE = "item.state";

    static final int KIND_SLOT = 0;
    static final int STATE_SLOT = 1;

    private final Symbols symbols;
    private final Map<String, Integer> slots;
    private final List<FieldType> types;
    private final List<Kind> kinds;
    private final Set<String> tables;
    private final Map<String, Set<String>> kindsByField;

    private Layout(Builder from) {
        symbols = from.symbols;
        kinds = List.copyOf(from.kinds);
        tables = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(from.tables));
        Map<String, Integer> numbered = new LinkedHashMap<>();
        from.fields.keySet().forEach(name -> numbered.put(name, numbered.size()));
        slots = java.util.Collections.unmodifiableMap(numbered);
        types = List.copyOf(from.fields.values());
        kindsByField = from.kindsByField;
    }

    public static Builder with(Symbols symbols) {
        return new Builder(symbols);
    }

    public Symbols symbols() {
        return symbols;
    }

    /** How many slots a subject has. */
    public int size() {
        return types.size();
    }

    /** All fields by qualified name, in the order of their slots. */
    public Set<String> fields() {
        return slots.keySet();
    }

    /** The slot of a field, by qualified name such as {@code item.loaded}. */
    public Optional<Integer> slot(String field) {
        return Optional.ofNullable(slots.get(field));
    }

    public FieldType type(int slot) {
        return types.get(slot);
    }

    public List<Kind> kinds() {
        return kinds;
    }

    /**
     * The tables, by qualified name such as {@code tables.attributed}; all map a text to an
     * integer.
     */
    public Set<String> tables() {
        return tables;
    }

    /** Slots for a subject of which nothing has been stated yet. */
    public long[] blank() {
        long[] blank = new long[size()];
        java.util.Arrays.fill(blank, ABSENT);
        return blank;
    }

    /** Whether the field exists for items of this kind; fields outside of items always do. */
    boolean declares(Kind kind, String field) {
        Set<String> declaring = kindsByField.get(field);
        return declaring == null || declaring.contains(kind.name());
    }

    /** Which kinds declare an item's field, in order of declaration. */
    Set<String> kindsDeclaring(String field) {
        return kindsByField.getOrDefault(field, Set.of());
    }

    /** Collects declarations; each is refused with its place where it cannot stand. */
    public static final class Builder {
        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
        private static final Set<String> RESERVED = Set.of("in", "true", "false", "null");

        /** What CEL keeps for itself at the beginning of a name. */
        private static final Set<String> FIRST_RESERVED =
                Set.of(
                        "as",
                        "break",
                        "const",
                        "continue",
                        "else",
                        "for",
                        "function",
                        "if",
                        "import",
                        "let",
                        "loop",
                        "namespace",
                        "package",
                        "return",
                        "var",
                        "void",
                        "while");

        private static final int FIELDS_MAX = 256;

        private final Symbols symbols;
        private final Map<String, FieldType> fields = new LinkedHashMap<>();
        private final List<Kind> kinds = new ArrayList<>();
        private final Set<String> tables = new LinkedHashSet<>();
        private final Map<String, Set<String>> kindsByField = new LinkedHashMap<>();

        private Builder(Symbols symbols) {
            this.symbols = symbols;
        }

        /** Declares what kinds of items there are; call it first, and once. */
        public Builder kinds(List<Kind> declared, Place place) {
            if (!fields.isEmpty()) {
                throw new IllegalStateException("kinds come first: they own slots 0 and 1");
            }
            List<String> names = declared.stream().map(Kind::name).distinct().toList();
            List<String> states =
                    declared.stream().flatMap(kind -> kind.states().stream()).distinct().toList();
            put(KIND, new FieldType.Symbol("kind", names), place);
            put(STATE, new FieldType.Symbol("state", states), place);
            names.forEach(symbols::number);
            states.forEach(symbols::number);
            kindsByField.put(STATE, new LinkedHashSet<>());
            for (Kind kind : declared) {
                kind(kind, place);
            }
            return this;
        }

        private void kind(Kind kind, Place place) {
            kinds.add(kind);
            if (!kind.states().isEmpty()) {
                owns(STATE, kind);
            }
            kind.fields()
                    .forEach((name, type) -> {
                        String field = "item." + name;
                        FieldType old = fields.get(field);
                        if (old == null) {
                            put(field, type, place);
                        } else {
                            fields.put(field, join(field, old, type, place));
                        }
                        owns(field, kind);
                    });
        }

        private void owns(String field, Kind kind) {
            kindsByField.computeIfAbsent(field, _ -> new LinkedHashSet<>()).add(kind.name());
        }

        private static FieldType join(String field, FieldType old, FieldType type, Place place) {
            return old.join(type)
                    .orElseThrow(() ->
                            new ParleyException(
                                    Code.WRONG_TYPE,
                                    place,
                                    field
                                            + " is "
                                            + old.described()
                                            + " for one kind and "
                                            + type.described()
                                            + " for another",
                                    "give one of them another name"));
        }

        /** Declares one more field, such as {@code form.at} or {@code decided.cap}. */
        public Builder field(String name, FieldType type, Place place) {
            put(name, type, place);
            return this;
        }

        /** Declares a table from text to integer, such as {@code tables.attributed}. */
        public Builder table(String name, Place place) {
            check(name, place);
            tables.add(name);
            return this;
        }

        private void put(String name, FieldType type, Place place) {
            check(name, place);
            if (fields.size() >= FIELDS_MAX) {
                throw new ParleyException(
                        Code.TOO_LARGE, place, "more than " + FIELDS_MAX + " fields", "use fewer");
            }
            fields.put(name, type);
        }

        private void check(String name, Place place) {
            if (fields.containsKey(name) || tables.contains(name)) {
                throw new ParleyException(
                        Code.DUPLICATE_KEY, place, name + " is declared twice", "drop one");
            }
            String[] parts = name.split("\\.", -1);
            boolean good = parts.length <= 4 && !FIRST_RESERVED.contains(parts[0]);
            for (String part : parts) {
                good &= NAME.matcher(part).matches() && !RESERVED.contains(part);
            }
            if (!good) {
                throw new ParleyException(
                        Code.BAD_VALUE,
                        place,
                        "\"" + name + "\" cannot be a field's name",
                        "use lower-case letters, digits and _, beginning with a letter, and no word"
                                + " that CEL keeps for itself");
            }
        }

        public Layout build() {
            return new Layout(this);
        }
    }
}
