// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.agreement.Formulas;
import org.parley.record.Folders;
import org.parley.record.Library;
import org.parley.standing.Standing;
import org.parley.standing.View;
import org.parley.web.StandingJson;
import org.parley.web.export.CaseStanding;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** docs/formats/status.md names every key that status --json prints, and no other list. */
final class StatusFormatTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([a-z, ]+\\*?) \\| (.*) \\|$");

    private static final List<JsonNode> PRINTED = printed();

    @Test
    void thePageNamesEveryKeyThatIsPrinted() {
        Map<String, TreeSet<String>> documented = documented();
        List<String> unknown = new ArrayList<>();
        TreeSet<String> lists = new TreeSet<>();
        for (JsonNode root : PRINTED) {
            for (String key : root.propertyNames()) {
                if (!root.path(key).isArray()) {
                    continue;
                }
                lists.add(key);
                for (JsonNode entry : root.path(key)) {
                    for (String field : entry.propertyNames()) {
                        if (!documented.getOrDefault(key, new TreeSet<>()).contains(field)) {
                            unknown.add(key + "." + field);
                        }
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(documented.keySet()).containsAll(lists);
    }

    @Test
    void everyKeyThatIsAlwaysThereIsPrinted() {
        Map<String, TreeSet<String>> always = always();
        for (JsonNode root : PRINTED) {
            always.forEach((list, keys) -> {
                for (JsonNode entry : root.path(list)) {
                    if (entry.isObject()) { // else a list of codes
                        assertThat(entry.propertyNames()).as(list).containsAll(keys);
                    }
                }
            });
        }
    }

    @Test
    void theKeysAtTheTopAreOnThePage() {
        String page = FormatPages.read(FormatPages.ROOT.resolve("docs/formats/status.md"));
        for (JsonNode root : PRINTED) {
            assertThat(root.propertyNames()).allSatisfy(key -> assertThat(page).contains(key));
            assertThat(root.path("view").propertyNames())
                    .containsExactlyInAnyOrder("asOf", "knownOn", "accordingTo");
        }
    }

    /** List by list, every key; a star and what stands in brackets is left out. */
    private static Map<String, TreeSet<String>> documented() {
        return keys(true);
    }

    private static Map<String, TreeSet<String>> always() {
        return keys(false);
    }

    private static Map<String, TreeSet<String>> keys(boolean optional) {
        String page = FormatPages.read(FormatPages.ROOT.resolve("docs/formats/status.md"));
        Map<String, TreeSet<String>> keys = new HashMap<>();
        ROW.matcher(page.substring(page.indexOf("| list |")))
                .results()
                .filter(row -> !row.group(1).equals("list"))
                .forEach(row -> {
                    TreeSet<String> of = new TreeSet<>();
                    for (String key : row.group(2).replaceAll(" \\([^)]*\\)", "").split(", ")) {
                        if (optional || !key.endsWith("*")) {
                            of.add(key.replace(" *", ""));
                        }
                    }
                    keys.put(row.group(1), of);
                });
        return keys;
    }

    /** Every shipped agreement on several days and in several views. */
    private static List<JsonNode> printed() {
        List<JsonNode> printed = new ArrayList<>();
        for (Path folder : Folders.children(FormatPages.ROOT.resolve("library/agreements"))) {
            Library.Case one = Library.load(folder);
            Formulas formulas = new Formulas(one.agreement());
            List<Optional<String>> viewers =
                    List.of(Optional.empty(), Optional.of(one.agreement().parties().getFirst()));
            for (Optional<String> viewer : viewers) {
                for (int year : List.of(1997, 2012, 2023)) {
                    View view =
                            new View(LocalDate.of(year, 7, 1), LocalDate.of(2026, 7, 1), viewer);
                    Standing standing = CaseStanding.of(one, formulas, view);
                    printed.add(StandingJson.of(standing, "en"));
                }
            }
        }
        return printed;
    }
}
