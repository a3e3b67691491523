// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.agreement.Count;
import org.parley.agreement.Formulas;
import org.parley.expression.Expression;
import org.parley.time.Moment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that counting rules read beside the items, as one view has it: dates of the agreement, the
 * tables in force, zones by date. Contributions are the same in views with equal settings.
 *
 * @param dates by name, those that some count reads
 * @param tables by name, those that some count looks into
 * @param memberships which of the dated ones hold
 */
record Setting(
        Map<String, Moment> dates,
        Map<String, Map<String, Long>> tables,
        List<Boolean> memberships) {

    static Setting of(Agreement agreement, Formulas formulas, View view, Life life) {
        Map<String, Moment> dates = new HashMap<>();
        Map<String, Map<String, Long>> tables = new HashMap<>();
        for (Count count : agreement.counts().values()) {
            if (count.declared()) {
                continue;
            }
            Expression each = formulas.contribution(count);
            for (String field : each.reads()) {
                if (field.startsWith(Formulas.DATES)) {
                    String name = field.substring(Formulas.DATES.length());
                    life.joint().name(name).ifPresent(at -> dates.put(name, at));
                }
            }
            for (String table : each.tables()) {
                String name = table.substring("tables.".length());
                var versions = agreement.tables().get(name);
                if (versions != null) {
                    tables.put(name, versions.values().on(view.asOf(), life::day));
                }
            }
        }
        List<Boolean> memberships = new ZoneMap(agreement, life).holding(view.asOf());
        return new Setting(dates, tables, memberships);
    }
}
