// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import org.parley.standing.Standing;

import java.util.List;

/** A filled form contradicts a requirement of the agreement's own text. */
final class AgainstText implements Detector {
    @Override
    public String code() {
        return "against-text";
    }

    @Override
    public List<Flag> flags(Standing standing) {
        return Findings.flags(standing, code(), "contradicts the text: ", "与条文要求不符：");
    }
}
