// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import org.parley.standing.Standing;

import java.util.List;

/** Statements from a time when, by their party's word, somebody else may have held its key. */
final class AfterLostKey implements Detector {
    @Override
    public String code() {
        return "after-lost-key";
    }

    @Override
    public List<Flag> flags(Standing standing) {
        return Findings.flags(
                standing, code(), "said when its key may have been another's: ", "其密钥可能已为他人所持时作出：");
    }
}
