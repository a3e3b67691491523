// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.expression.Expression;
import org.parley.expression.ExpressionCompiler;
import org.parley.expression.FieldType;
import org.parley.expression.Kind;
import org.parley.expression.Layout;
import org.parley.expression.Symbols;
import org.parley.expression.Table;
import org.parley.time.DateExpression;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * An agreement's expressions, compiled when first asked for: a record without items never pays for
 * starting CEL. Thread safe.
 */
public final class Formulas {
    /** The prefix under which an expression sees the agreement's named dates. */
    public static final String DATES = "dates.";

    /** The prefix under which a quota's cap sees the cap of another. */
    public static final String CAP = "cap.";

    private final Agreement agreement;
    private final Symbols symbols = new Symbols();
    private final Map<Formula.Subject, ExpressionCompiler> compilers = new ConcurrentHashMap<>();
    private final Map<Formula, Expression> compiled = new ConcurrentHashMap<>();
    private final Map<String, Expression> contributions = new ConcurrentHashMap<>();

    public Formulas(Agreement agreement) {
        this.agreement = agreement;
    }

    public Symbols symbols() {
        return symbols;
    }

    /** What one item adds to a count. */
    public Expression contribution(Count count) {
        return contributions.computeIfAbsent(
                count.id(),
                id -> {
                    Formula where = count.where().orElse(constant("true", count));
                    Formula each = count.each().orElse(constant("1", count));
                    return compiler(where.subject())
                            .contribution(where.text(), where.place(), each.text(), each.place());
                });
    }

    private static Formula constant(String text, Count count) {
        return new Formula(
                text,
                count.provision().place(),
                new Formula.Subject.OneItem(),
                Formula.Result.TRUTH);
    }

    /** A formula, checked against what it may see. */
    public Expression expression(Formula formula) {
        return compiled.computeIfAbsent(
                formula,
                f ->
                        f.result() == Formula.Result.TRUTH
                                ? compiler(f.subject()).condition(f.text(), f.place())
                                : compiler(f.subject()).number(f.text(), f.place()));
    }

    public Layout layout(Formula.Subject subject) {
        return compiler(subject).layout();
    }

    public Layout items() {
        return layout(new Formula.Subject.OneItem());
    }

    private ExpressionCompiler compiler(Formula.Subject subject) {
        return compilers.computeIfAbsent(
                subject, s -> new ExpressionCompiler(build(s), agreement.zone()));
    }

    private Layout build(Formula.Subject subject) {
        Layout.Builder layout = Layout.with(symbols);
        switch (subject) {
            case Formula.Subject.OneItem item -> {
                List<Kind> kinds = kinds();
                if (!kinds.isEmpty()) {
                    layout.kinds(kinds, agreement.place());
                }
            }
            case Formula.Subject.OneForm(String form) -> form(layout, form);
            case Formula.Subject.Cap(String form) -> {
                layout.field("by", new FieldType.Text(), agreement.place());
                form(layout, form);
                agreement.counts().keySet().forEach(id -> whole(layout, "declared." + id));
                agreement
                        .bodies()
                        .values()
                        .forEach(body ->
                                body.sets()
                                        .keySet()
                                        .forEach(name -> whole(layout, "decided." + name)));
                agreement.quotas().keySet().forEach(id -> whole(layout, "used." + id));
                agreement.quotas().keySet().forEach(id -> whole(layout, CAP + id));
            }
            case Formula.Subject.OneParty party -> {
                layout.field("party", new FieldType.Text(), agreement.place());
                agreement.limits().keySet().forEach(id -> whole(layout, "limits." + id));
            }
        }
        agreement
                .dates()
                .keySet()
                .forEach(name ->
                        layout.field(DATES + name, new FieldType.Moment(false), agreement.place()));
        agreement
                .tables()
                .keySet()
                .forEach(name -> layout.table("tables." + name, agreement.place()));
        return layout.build();
    }

    private void whole(Layout.Builder layout, String name) {
        layout.field(
                name,
                new FieldType.Whole(-FieldKind.WHOLE_MAX, FieldKind.WHOLE_MAX),
                agreement.place());
    }

    private void form(Layout.Builder layout, String name) {
        Form form = agreement.forms().get(name);
        if (form == null) {
            return;
        }
        form.fields()
                .forEach((field, kind) -> layout.field("form." + field, type(kind), form.place()));
        for (String derived : List.of("received", "made")) {
            if (!form.fields().containsKey(derived)) {
                layout.field("form." + derived, new FieldType.Moment(false), form.place());
            }
        }
    }

    private List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (ItemGroup group : agreement.items().values()) {
            Map<String, FieldType> fields = new LinkedHashMap<>();
            group.fields().forEach((name, kind) -> fields.put(name, type(kind)));
            group.kinds().forEach(kind -> kinds.add(new Kind(kind, group.states(), fields)));
        }
        return kinds;
    }

    private static FieldType type(FieldKind kind) {
        return switch (kind.basic()) {
            case TEXT, ZONE, PARTY, ITEM, FIELD, DATES -> new FieldType.Text();
            case PLACE -> new FieldType.Place();
            case WHOLE -> new FieldType.Whole(kind.least(), kind.most());
            case DECIMAL -> new FieldType.Decimal(kind.decimals(), kind.unit());
            case TRUTH -> new FieldType.Flag();
            case TIME -> new FieldType.Moment(false);
            case DATE -> new FieldType.Moment(true);
        };
    }

    /** The tables in force on a day, for {@link Expression#with}. */
    public Map<String, Table> tables(
            LocalDate day, Function<DateExpression, Optional<LocalDate>> resolve) {
        Map<String, Table> inForce = new HashMap<>();
        agreement
                .tables()
                .forEach((name, table) ->
                        inForce.put(
                                "tables." + name,
                                Table.of(table.values().on(day, resolve), symbols)));
        return inForce;
    }
}
