// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.statement.Body;
import org.parley.statement.Statement;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statements that a view knows, sorted by what they are. Changes of items are left out: there
 * can be millions of them, and {@link Bulk} holds them.
 */
final class Known {
    final List<Statement> all = new ArrayList<>();
    final List<Statement> acts = new ArrayList<>();
    final List<Statement> declarations = new ArrayList<>();
    final List<Statement> disputes = new ArrayList<>();
    final List<Statement> totals = new ArrayList<>();
    final List<Statement> decisions = new ArrayList<>();
    final List<Statement> contacts = new ArrayList<>();
    final Map<String, List<Statement>> byForm = new HashMap<>();
    final Map<String, List<Statement>> byUnder = new HashMap<>();
    final Map<String, Statement> byRef = new HashMap<>();
    private final Map<String, Map<String, List<Statement>>> actsByAuthor = new HashMap<>();

    /**
     * @param few every statement of the record but changes
     */
    Known(Agreement agreement, List<Statement> few, View view) {
        ZoneId zone = agreement.zone();
        for (Statement statement : few) {
            if (!statement.knownFrom(view.accordingTo(), zone).isAfter(view.knownOn())) {
                sort(statement);
            }
        }
        Comparator<Statement> byDate =
                Comparator.comparing(
                        s -> s.about(zone).orElseGet(() -> s.knownFrom(Optional.empty(), zone)));
        acts.sort(byDate.thenComparing(Statement::ref));
        for (Statement statement : acts) {
            actsByAuthor
                    .computeIfAbsent(((Body.Act) statement.body()).act(), act -> new HashMap<>())
                    .computeIfAbsent(statement.by(), by -> new ArrayList<>())
                    .add(statement);
        }
        declarations.sort(byDate.thenComparing(Statement::ref));
        contacts.sort(byDate.thenComparing(Statement::ref));
    }

    private void sort(Statement statement) {
        all.add(statement);
        byRef.put(statement.ref(), statement);
        statement
                .form()
                .ifPresent(form ->
                        byForm.computeIfAbsent(form, f -> new ArrayList<>()).add(statement));
        statement
                .under()
                .ifPresent(path ->
                        byUnder.computeIfAbsent(path, p -> new ArrayList<>()).add(statement));
        switch (statement.body()) {
            case Body.Act act -> acts.add(statement);
            case Body.Declare declare -> declarations.add(statement);
            case Body.Dispute dispute -> disputes.add(statement);
            case Body.Totals total -> totals.add(statement);
            case Body.Decide decide -> decisions.add(statement);
            case Body.Change change -> throw new IllegalArgumentException("changes belong in Bulk");
            case Body.Filled filled -> {}
            case Body.Claim claim -> {}
            case Body.Said said -> {}
            case Body.Contact contact -> contacts.add(statement);
            case Body.Account account -> {}
            case Body.Unknown unknown -> {}
        }
    }

    /** One author's acts of a name, in the order of {@link #acts}. */
    List<Statement> acts(String name, String by) {
        return actsByAuthor.getOrDefault(name, Map.of()).getOrDefault(by, List.of());
    }

    List<Statement> ofForm(String form) {
        return byForm.getOrDefault(form, List.of());
    }

    List<Statement> under(String path) {
        return byUnder.getOrDefault(path, List.of());
    }
}
