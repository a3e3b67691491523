// SPDX-License-Identifier: Apache-2.0
package org.parley.yaml;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads YAML 1.2 text into nodes with places. No tags, no aliases; a key given twice is an error.
 * Bounded: {@value #LENGTH_MAX} characters a file, {@value #LINE_MAX} a line, {@value #DEPTH_MAX}
 * levels.
 */
public final class YamlReader {
    /** The largest record known (thirty years of notifications) is a fifth of this. */
    public static final int LENGTH_MAX = 64 << 20;

    public static final int LINE_MAX = 1 << 20;
    private static final int DEPTH_MAX = 32;

    private final String origin;

    private YamlReader(String origin) {
        this.origin = origin;
    }

    /** All documents of a text; an empty text has none. */
    public static List<YamlNode> documents(String origin, String text) {
        refuseOversize(origin, text);
        YamlReader reader = new YamlReader(origin);
        List<YamlNode> documents = new ArrayList<>();
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel(origin)
                        .setUseMarks(true)
                        .setAllowDuplicateKeys(true) // refused below, with both places
                        .setMaxAliasesForCollections(0)
                        .setCodePointLimit(LENGTH_MAX)
                        .build();
        try {
            for (Node node : new Compose(settings).composeAllFromString(text)) {
                documents.add(reader.node(node, 0));
            }
        } catch (MarkedYamlEngineException e) {
            throw new ParleyException(
                    Code.SYNTAX,
                    e.getProblemMark().map(reader::place).orElse(Place.of(origin)),
                    e.getProblem().replace('\n', ' '),
                    "check the indentation, quotes and brackets before this place");
        } catch (YamlEngineException e) {
            // The one error without a place is that of aliases, which are limited to none.
            throw new ParleyException(
                    Code.SYNTAX,
                    Place.of(origin),
                    "a list or a map is repeated by an alias (*name)",
                    "write it out");
        } catch (StackOverflowError e) {
            // The library composes nodes by recursion; nothing of it is kept, so this is safe.
            throw new ParleyException(
                    Code.TOO_LARGE,
                    Place.of(origin),
                    "nested deeper than " + DEPTH_MAX,
                    "flatten it");
        }
        return documents;
    }

    /** The one document that the text must hold. */
    public static YamlNode document(String origin, String text) {
        List<YamlNode> documents = documents(origin, text);
        if (documents.isEmpty()) {
            throw new ParleyException(
                    Code.SYNTAX, new Place(origin, 1, 1), "the file is empty", "fill it");
        }
        if (documents.size() != 1) {
            throw new ParleyException(
                    Code.SYNTAX,
                    new Place(origin, 1, 1),
                    "found " + documents.size() + " YAML documents",
                    "this file must hold exactly one");
        }
        return documents.getFirst();
    }

    /** Refuses a text or a line that is longer than any that a person writes. */
    public static void refuseOversize(String origin, String text) {
        if (text.length() > LENGTH_MAX) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    Place.of(origin),
                    text.length() + " characters",
                    "split the file");
        }
        int line = 1;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                end = text.length();
            }
            if (end - start > LINE_MAX) {
                throw new ParleyException(
                        Code.TOO_LARGE,
                        new Place(origin, line, LINE_MAX),
                        "a line of " + (end - start) + " characters",
                        "break it; a line may have " + LINE_MAX);
            }
            start = end + 1;
            line++;
        }
    }

    private YamlNode node(Node node, int depth) {
        Place at = node.getStartMark().map(this::place).orElse(Place.of(origin));
        if (depth > DEPTH_MAX) {
            throw new ParleyException(
                    Code.TOO_LARGE, at, "nested deeper than " + DEPTH_MAX, "flatten it");
        }
        return switch (node) {
            case ScalarNode scalar -> new YamlScalar(inside(at, scalar), scalar.getValue());
            case SequenceNode sequence -> {
                List<YamlNode> nodes = new ArrayList<>(sequence.getValue().size());
                for (Node element : sequence.getValue()) {
                    nodes.add(node(element, depth + 1));
                }
                yield new YamlList(at, nodes);
            }
            case MappingNode mapping -> map(mapping, at, depth);
            default ->
                    throw new ParleyException(
                            Code.SYNTAX, at, "an alias (*name)", "write the value out");
        };
    }

    private YamlMap map(MappingNode mapping, Place at, int depth) {
        Map<String, YamlNode> values = new LinkedHashMap<>();
        Map<String, Place> places = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Place keyPlace = tuple.getKeyNode().getStartMark().map(this::place).orElse(at);
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new ParleyException(
                        Code.SYNTAX, keyPlace, "a key that is not a word", "write key: value");
            }
            Optional<Place> before = Optional.ofNullable(places.get(key.getValue()));
            if (before.isPresent()) {
                throw new ParleyException(
                        Code.DUPLICATE_KEY,
                        keyPlace,
                        "\""
                                + key.getValue()
                                + "\" was already given at line "
                                + before.get().line(),
                        "keep one of the two");
            }
            places.put(key.getValue(), keyPlace);
            values.put(key.getValue(), node(tuple.getValueNode(), depth + 1));
        }
        return new YamlMap(at, values, places);
    }

    private Place place(Mark mark) {
        return new Place(origin, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** The first character of the value itself: after a quote, or on the line after | or >. */
    private static Place inside(Place at, ScalarNode scalar) {
        ScalarStyle style = scalar.getScalarStyle();
        return switch (style) {
            case SINGLE_QUOTED, DOUBLE_QUOTED -> at.right(1);
            case LITERAL, FOLDED -> new Place(at.origin(), at.line() + 1, 0);
            default -> at;
        };
    }
}
