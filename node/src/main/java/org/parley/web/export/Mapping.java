// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import java.util.List;
import java.util.Locale;

/** The mapping with which {@code parley import} reads an exported table back. */
public final class Mapping {
    private static final String FIELD = "field_";
    private static final String COUNT = "count_";

    private Mapping() {}

    /**
     * The mapping as YAML.
     *
     * @param grid a table of items or of declarations
     */
    public static String of(Grid grid) {
        List<String> names = grid.columns().stream().map(Grid.Column::name).toList();
        boolean items = grid.what() == Grid.What.ITEMS;
        StringBuilder text = new StringBuilder();
        text.append("sheet: ").append(sheet(grid.what())).append('\n');
        text.append(items ? "rows: items\n" : "rows: declare\n");
        text.append("ref: ref\nunder: under\nby: by\nas-of: date\n");
        if (items) {
            text.append("id: item\nkind: kind\nstate: state\n");
            text.append("fields: ").append(prefixed(names, FIELD)).append('\n');
        } else {
            text.append("zone: zone\n");
            text.append("counts: ").append(prefixed(names, COUNT)).append('\n');
        }
        text.append("made: made\nreceived: received\npublished: published\n");
        text.append("published-basis: published_basis\n");
        text.append("text: {en: text_en, zh: text_zh}\n");
        List<String> also = names.stream().filter(name -> name.startsWith("also_")).toList();
        text.append("source: {primary: primary, read: read, also: ")
                .append(also)
                .append(", date: source_date}\n");
        text.append("note: {en: note_en, zh: note_zh}\nunverified: unverified\n");
        return text.toString();
    }

    private static String prefixed(List<String> names, String prefix) {
        return "{"
                + String.join(
                        ", ",
                        names.stream()
                                .filter(name -> name.startsWith(prefix))
                                .map(name -> name.substring(prefix.length()) + ": " + name)
                                .toList())
                + "}";
    }

    /** The name of the sheet that a table has in a workbook. */
    public static String sheet(Grid.What what) {
        String word = what.name().toLowerCase(Locale.ROOT);
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
