// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.record.Library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** docs/rules.csv says where each rule of the research is expressed; here it is held to it. */
final class RulesTest {
    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));

    /** One line of the table. */
    private record Rule(String id, String agreement, String provision) {}

    @Test
    void thereAreFortyThreeRulesAndFortyOneAreExpressed() throws IOException {
        List<Rule> rules = rules();
        assertThat(rules).hasSize(43);
        assertThat(rules).filteredOn(rule -> !rule.provision().isEmpty()).hasSize(41);
    }

    @Test
    void noRuleIsListedTwice() throws IOException {
        assertThat(rules()).extracting(Rule::id).doesNotHaveDuplicates();
    }

    @Test
    void everyExpressedRuleStandsWhereTheTableSays() throws IOException {
        Map<String, TreeSet<String>> paths = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (Rule rule : rules()) {
            if (rule.provision().isEmpty()) {
                continue;
            }
            TreeSet<String> known = paths.computeIfAbsent(rule.agreement(), RulesTest::paths);
            if (!known.contains(rule.provision())) {
                missing.add(rule.id() + ": " + rule.agreement() + " " + rule.provision());
            }
        }
        assertThat(missing).isEmpty();
    }

    private static TreeSet<String> paths(String id) {
        Agreement agreement =
                Library.load(ROOT.resolve("library/agreements").resolve(id)).agreement();
        TreeSet<String> paths = new TreeSet<>(agreement.provisions().keySet());
        agreement.dates().keySet().forEach(name -> paths.add("dates." + name));
        agreement.periods().keySet().forEach(name -> paths.add("periods." + name));
        agreement.phases().keySet().forEach(name -> paths.add("phases." + name));
        agreement.items().keySet().forEach(name -> paths.add("items." + name));
        agreement.tables().keySet().forEach(name -> paths.add("tables." + name));
        return paths;
    }

    private static List<Rule> rules() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/rules.csv")).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", 4))
                .map(cells -> new Rule(cells[0], cells[1], cells[2]))
                .toList();
    }
}
