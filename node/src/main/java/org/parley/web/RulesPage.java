// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.agreement.Agreement;
import org.parley.agreement.Provision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of an agreement, each with its article and the line it stands in. */
record RulesPage(Page p, Frame frame, Map<String, List<Provision>> sections) {

    static RulesPage of(Page page) {
        Map<String, List<Provision>> sections = new LinkedHashMap<>();
        List<Provision> all = new ArrayList<>(page.agreement().provisions().values());
        all.sort(java.util.Comparator.comparing(Provision::place));
        for (Provision provision : all) {
            String path = provision.path();
            String section = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
            sections.computeIfAbsent(section, name -> new ArrayList<>()).add(provision);
        }
        return new RulesPage(page, Frame.of(page, page.t("rules.title"), List.of()), sections);
    }

    /** The text a provision cites, in full. */
    Optional<Agreement.SourceText> source(Provision provision) {
        return provision
                .source()
                .flatMap(key -> Optional.ofNullable(p.agreement().sources().get(key)));
    }
}
