// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.agreement.Formulas;
import org.parley.record.Library;
import org.parley.standing.Explainer;
import org.parley.standing.Explanation;
import org.parley.standing.Standing;
import org.parley.standing.View;
import org.parley.statement.Statement;
import org.parley.web.export.Articles;
import org.parley.web.export.CaseStanding;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Says why something stands as it does. */
@Command(
        name = "explain",
        description = "Say why something stands as it does: rule, reasoning, statements, sources.")
final class ExplainCommand extends ViewCommand {
    private static final int ITEMS_SHOWN = 20;

    @Parameters(
            index = "1",
            paramLabel = "THING",
            description =
                    "limits.ID, counts.ID, duties.ID, quotas.ID, disputes.COUNT, items.ID,"
                            + " statements.REF or any provision")
    String thing = "";

    @Parameters(
            index = "2..*",
            arity = "0..*",
            paramLabel = "WHICH",
            description = "narrows it: a party, a date, a group")
    List<String> narrowing = new ArrayList<>();

    @Option(names = "--all-items", description = "list every item, not the first twenty")
    boolean allItems;

    @Override
    void print(Library.Case one, View view) {
        Formulas formulas = new Formulas(one.agreement());
        Standing standing = CaseStanding.of(one, formulas, view);
        Explainer explainer = new Explainer(one.agreement(), formulas, one.record().statements());
        PrintWriter out = out();
        for (Explanation explanation : explainer.explain(standing, thing, narrowing)) {
            print(explanation, out);
        }
    }

    private void print(Explanation explanation, PrintWriter out) {
        String lang = language();
        out.println(explanation.headline().in(lang));
        explanation
                .rule()
                .ifPresent(rule ->
                        out.println(
                                "  "
                                        + Articles.of(rule, language())
                                        + "  "
                                        + rule.place()
                                        + (rule.unverified() ? "  [unverified 未经核实]" : "")));
        explanation.formulas().forEach(formula -> out.println("  | " + formula));
        explanation.reasons().forEach(reason -> out.println("  - " + reason.in(lang)));
        int shown = allItems ? Integer.MAX_VALUE : ITEMS_SHOWN;
        explanation.items().stream()
                .limit(shown)
                .forEach(item ->
                        out.println(
                                "    "
                                        + item.item()
                                        + " "
                                        + item.kind()
                                        + " "
                                        + item.state()
                                        + ": +"
                                        + item.adds()
                                        + "  ["
                                        + String.join(", ", item.statements())
                                        + "]"));
        if (explanation.items().size() > shown) {
            out.println(
                    "    … "
                            + (explanation.items().size() - shown)
                            + in(" more (--all-items)", " 项未列出（--all-items）"));
        }
        for (Statement statement : explanation.statements()) {
            out.println("  " + statement.ref() + ": " + statement.by() + ", " + statement.place());
            statement.text().ifPresent(text -> out.println("      " + text.in(lang)));
            String source = statement.source().shown();
            if (!source.isEmpty()) {
                out.println("      " + in("source: ", "来源：") + source);
            }
            statement.note().ifPresent(note -> out.println("      " + note.in(lang)));
        }
    }
}
