// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import org.parley.standing.Standing;

import java.util.List;

/** An identifier was declared twice in one list: one item, or two? */
final class DuplicateIdentifier implements Detector {
    @Override
    public String code() {
        return "duplicate-identifier";
    }

    @Override
    public List<Flag> flags(Standing standing) {
        return Findings.flags(standing, code(), "an identifier is declared twice: ", "标识符重复申报：");
    }
}
