// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.statement.Body;
import org.parley.statement.Statement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The register of incidents: each with the accounts of all sides, as each side gives them. */
record IncidentsPage(Look look, Frame frame, List<Incident> incidents) {

    /**
     * One incident.
     *
     * @param day the first day that an account gives
     */
    record Incident(String mechanism, String title, LocalDate day, List<Account> accounts) {
        Incident {
            accounts = List.copyOf(accounts);
        }
    }

    /** What one side says of it. */
    record Account(Statement statement, Body.Account body) {}

    static IncidentsPage of(Look look) {
        List<Incident> incidents = new ArrayList<>();
        for (String id : look.site().library().ids()) {
            look.site().find(id).ifPresent(open -> add(look, open, incidents));
        }
        incidents.sort(Comparator.comparing(Incident::day).reversed());
        return new IncidentsPage(look, Frame.of(look, look.t("incidents.title")), incidents);
    }

    private static void add(Look look, OpenCase open, List<Incident> incidents) {
        ZoneId zone = open.agreement().zone();
        Map<String, List<Account>> cases = new TreeMap<>();
        for (Statement statement : open.record().statements()) {
            LocalDate known = statement.knownFrom(look.view().accordingTo(), zone);
            if (statement.body() instanceof Body.Account account
                    && !known.isAfter(look.view().knownOn())) {
                cases.computeIfAbsent(
                                statement.caseId().orElse(statement.ref()),
                                key -> new ArrayList<>())
                        .add(new Account(statement, account));
            }
        }
        for (List<Account> accounts : cases.values()) {
            LocalDate day =
                    accounts.stream()
                            .flatMap(one -> one.body().on().lastDay(zone).stream())
                            .min(Comparator.naturalOrder())
                            .orElse(look.today());
            if (!day.isAfter(look.view().asOf())) {
                incidents.add(
                        new Incident(
                                open.agreement().id(),
                                look.in(open.agreement().title()),
                                day,
                                accounts));
            }
        }
    }

    int accounts() {
        return incidents.stream().mapToInt(one -> one.accounts().size()).sum();
    }

    /** The mechanisms under which it holds any, by title. */
    String mechanisms() {
        return String.join(
                look.t("list.comma"),
                incidents.stream().map(Incident::title).distinct().sorted().toList());
    }

    String statement(Incident incident, Account account) {
        return "/a/"
                + Page.segment(incident.mechanism())
                + "/statements/"
                + Page.segments(account.statement().ref())
                + look.asked().query();
    }

    /** The sides of an incident of which the record holds no account. */
    List<String> silent(Incident incident) {
        List<String> told = incident.accounts().stream().map(one -> one.statement().by()).toList();
        return look.site()
                .find(incident.mechanism())
                .map(open -> open.agreement().parties())
                .filter(parties -> parties.size() <= 4)
                .map(parties -> parties.stream().filter(who -> !told.contains(who)).toList())
                .orElse(List.of());
    }
}
