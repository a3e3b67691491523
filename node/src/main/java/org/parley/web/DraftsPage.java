// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Problem;
import org.parley.login.Draft;
import org.parley.login.Drafts;
import org.parley.login.Visitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was drafted and is not said yet, with what this reader may do about each.
 *
 * @param needed how many officers release a statement
 * @param problem why the last thing was not done
 */
record DraftsPage(
        Look look,
        Frame frame,
        Visitor visitor,
        List<Draft> drafts,
        List<String> offices,
        int needed,
        Optional<Problem> problem) {
    DraftsPage {
        drafts = List.copyOf(drafts);
        offices = List.copyOf(offices);
    }

    static DraftsPage of(
            Look look, NodePages pages, Drafts drafts, Visitor visitor, Optional<Problem> problem) {
        return new DraftsPage(
                look,
                Frame.of(look, look.t("draft.title"), pages.node().agreement().exercise()),
                visitor,
                drafts.all(),
                SayForm.offices(pages.node()),
                SayForm.ownCard(pages.node()).officers(),
                problem);
    }

    boolean isOwn(Draft draft) {
        return visitor.role().mayDraft() && draft.by().equals(visitor.name());
    }

    boolean mayJudge(Draft draft) {
        return visitor.role().mayRelease()
                && !draft.by().equals(visitor.name())
                && draft.state() != Draft.State.RETURNED;
    }

    boolean mayRelease(Draft draft) {
        return mayJudge(draft)
                && draft.state() == Draft.State.WAITING
                && draft.releases().stream().noneMatch(one -> one.by().equals(visitor.name()));
    }

    /** The offices that have not released it. */
    List<String> offices(Draft draft) {
        List<String> open = new ArrayList<>(offices);
        draft.releases().forEach(one -> open.remove(one.office()));
        return open;
    }

    String advice() {
        return problem.map(one -> Advice.in(look.language(), one)).orElse("");
    }
}
