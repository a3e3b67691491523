// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import de.siegmar.fastcsv.writer.CsvWriter;

import org.parley.standing.ActLine;
import org.parley.standing.DutyStanding;
import org.parley.standing.LimitStanding;
import org.parley.standing.QuotaStanding;
import org.parley.standing.Standing;
import org.parley.time.Edtf;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table of a page as plain cells. Its words are the engine's own, the same in each language. */
record Grid(String title, List<String> header, List<List<String>> rows) {
    Grid {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** The table of that name, as the page's view has it. */
    static Optional<Grid> named(Page page, String name) {
        Standing standing = page.open().at(page.view());
        return switch (name) {
            case "limits" -> Optional.of(limits(page, standing));
            case "duties" -> Optional.of(duties(page, standing));
            case "quotas" -> Optional.of(quotas(page, standing));
            case "acts" -> Optional.of(acts(page, standing));
            default ->
                    LimitChart.all(page, page.open().history(page.view(), page.today())).stream()
                            .filter(chart -> name.equals("limit-" + chart.id()))
                            .findFirst()
                            .map(chart -> figures(page, chart));
        };
    }

    /**
     * RFC 4180. The first lines say what it is: title, view, what it was made from; programs that
     * want only the table skip lines that start with {@code #}.
     */
    String csv(Page page) {
        StringWriter out = new StringWriter();
        Cite cite = Cite.of(page, title);
        List<String> head = new ArrayList<>();
        if (page.agreement().exercise()) {
            head.add("EXERCISE 演练");
        }
        page.agreement().handling().ifPresent(head::add);
        head.addAll(List.of(cite.what(), cite.view(), cite.made()));
        head.forEach(line -> out.append("# ").append(line.replace('\n', ' ')).append("\r\n"));
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(header);
            rows.forEach(row -> csv.writeRecord(row.stream().map(Grid::harmless).toList()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toString();
    }

    /** A text that a spreadsheet would take for a formula is kept a text. */
    static String harmless(String cell) {
        boolean formula = !cell.isEmpty() && "=+@\t\r".indexOf(cell.charAt(0)) >= 0;
        return formula ? "'" + cell : cell;
    }

    private static String scaled(Page page, String count, long value) {
        int decimals = page.decimals(count);
        return java.math.BigDecimal.valueOf(value, decimals).toPlainString();
    }

    private static Grid limits(Page page, Standing standing) {
        List<List<String>> rows = new ArrayList<>();
        for (LimitStanding one : standing.limits()) {
            String count = one.limit().count();
            rows.add(
                    List.of(
                            one.limit().id(),
                            one.party(),
                            one.value().map(v -> scaled(page, count, v)).orElse(""),
                            one.bound().map(v -> scaled(page, count, v)).orElse(""),
                            one.state().word(),
                            one.headroom().map(v -> scaled(page, count, v)).orElse(""),
                            one.figure().map(f -> scaled(page, count, f.value())).orElse(""),
                            one.figure().map(f -> f.asOf().toString()).orElse(""),
                            one.figure().map(f -> String.join(" ", f.statements())).orElse("")));
        }
        return new Grid(
                page.t("limits.title"),
                List.of(
                        "limit",
                        "party",
                        "value",
                        "bound",
                        "state",
                        "headroom",
                        "last_declared",
                        "last_declared_as_of",
                        "statements"),
                rows);
    }

    private static Grid figures(Page page, LimitChart chart) {
        List<List<String>> rows = new ArrayList<>();
        for (LimitChart.Row one : chart.rows()) {
            String count = one.limit().limit().count();
            rows.add(
                    List.of(
                            one.day().toString(),
                            one.party(),
                            scaled(page, count, one.figure().value()),
                            one.limit().bound().map(v -> scaled(page, count, v)).orElse(""),
                            one.limit().state().word(),
                            String.join(" ", one.figure().statements())));
        }
        return new Grid(
                chart.title(),
                List.of("as_of", "party", "value", "bound", "state", "statements"),
                rows);
    }

    private static Grid duties(Page page, Standing standing) {
        List<List<String>> rows = new ArrayList<>();
        for (DutyStanding one : DutyTable.of(page, standing).all()) {
            rows.add(
                    List.of(
                            one.id(),
                            one.party(),
                            one.key().toString(),
                            one.due().toString(),
                            one.state().word(),
                            one.received().map(Object::toString).orElse(""),
                            one.statement().orElse("")));
        }
        return new Grid(
                page.t("duties.title"),
                List.of("duty", "party", "for", "due", "state", "received_by", "statement"),
                rows);
    }

    private static Grid quotas(Page page, Standing standing) {
        List<List<String>> rows = new ArrayList<>();
        for (QuotaStanding one : standing.quotas()) {
            rows.add(
                    List.of(
                            one.quota().id(),
                            one.party(),
                            one.period().toString(),
                            String.join(" ", one.group()),
                            String.valueOf(one.used()),
                            one.cap().map(String::valueOf).orElse(""),
                            one.state().word(),
                            String.join(" ", one.statements())));
        }
        return new Grid(
                page.t("quotas.title"),
                List.of("quota", "party", "period", "group", "used", "cap", "state", "statements"),
                rows);
    }

    private static Grid acts(Page page, Standing standing) {
        List<List<String>> rows = new ArrayList<>();
        for (ActLine one : standing.acts()) {
            rows.add(
                    List.of(
                            one.act(),
                            one.party(),
                            String.join(" ", one.scope().provisions()),
                            text(one.decided()),
                            text(one.notified()),
                            text(one.received()),
                            text(one.effective()),
                            text(one.until()),
                            String.join(" ", one.contestedBy()),
                            one.statement()));
        }
        return new Grid(
                page.t("acts.title"),
                List.of(
                        "act",
                        "party",
                        "scope",
                        "decided",
                        "notified",
                        "received",
                        "effective",
                        "until",
                        "contested_by",
                        "statement"),
                rows);
    }

    private static String text(Optional<Edtf> date) {
        return date.map(Edtf::toString).orElse("");
    }
}
