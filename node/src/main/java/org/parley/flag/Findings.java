// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import org.parley.Text;
import org.parley.standing.Standing;

import java.util.List;

/** Turns what the fold came upon into flags. */
final class Findings {
    private Findings() {}

    static List<Flag> flags(Standing standing, String code, String english, String chinese) {
        return standing.findings().stream()
                .filter(finding -> finding.what().equals(code))
                .map(finding ->
                        new Flag(
                                code,
                                finding.party(),
                                finding.about(),
                                Text.of(
                                        finding.party() + ": " + english + finding.detail().en(),
                                        finding.party() + "：" + chinese + finding.detail().zh()),
                                finding.statements()))
                .toList();
    }
}
