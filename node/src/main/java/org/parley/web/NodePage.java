// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.log.Head;
import org.parley.login.Visitor;
import org.parley.party.Card;
import org.parley.party.Entry;
import org.parley.party.Node;
import org.parley.party.Progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a node holds of everybody, and how far each statement has come, as far as it can be proven
 * here.
 */
record NodePage(
        Look look,
        Frame frame,
        Node node,
        Optional<Visitor> visitor,
        String token,
        SayForm form,
        List<Log> logs,
        int evidence,
        int drafts) {
    /** A page has the newest; the whole is the log itself. */
    private static final int SHOWN_MAX = 200;

    /**
     * One party's log.
     *
     * @param size that its owner signed, as it is held here
     * @param newest first, without what nodes say by themselves
     */
    record Log(Card card, long size, List<Progress> newest) {
        Log {
            newest = List.copyOf(newest);
        }
    }

    static NodePage of(Look look, NodePages pages, Optional<Visitor> visitor, SayForm form) {
        Node node = pages.node();
        List<Log> logs = new ArrayList<>();
        for (Card card : node.roster().cards()) {
            if (card.witnessOnly()) {
                continue;
            }
            List<Progress> all =
                    new ArrayList<>(
                            node.progress(card.name()).stream()
                                    .filter(one -> !isRoutine(one.entry()))
                                    .toList()
                                    .reversed());
            logs.add(
                    new Log(
                            card,
                            node.head(card.name()).map(Head::size).orElse(0L),
                            all.subList(0, Math.min(SHOWN_MAX, all.size()))));
        }
        boolean madeUp = node.agreement().exercise();
        return new NodePage(
                look,
                Frame.of(look, look.t("node.title"), madeUp),
                node,
                visitor,
                visitor.map(Visitor::form).orElseGet(pages::token),
                form,
                logs,
                node.evidence().size(),
                visitor.flatMap(_ -> pages.drafts()).map(kept -> kept.all().size()).orElse(0));
    }

    private static boolean isRoutine(Entry entry) {
        String kind = entry.header().kind();
        return kind.equals("heads") || kind.equals("acknowledge");
    }

    String what(Entry entry) {
        return entry.header().kind()
                + entry.header().form().map(form -> " · " + form).orElse("")
                + entry.header().under().map(under -> " · " + under).orElse("");
    }

    String toStatement(Entry entry) {
        return "/a/"
                + Page.segment(node.agreement().id())
                + "/statements/"
                + Page.segments(entry.ref())
                + look.asked().query();
    }

    String toProof(Entry entry) {
        return ProofPage.to(look, entry.ref());
    }

    /** The form, begun with a form, duty or kind of the agreement. */
    String toForm(String template) {
        return "/node" + look.asked().query(Map.of("template", template)) + "#say";
    }

    /** The form, begun as an answer; nothing is signed before it is sent. */
    String toAnswer(String kind, Entry entry) {
        return "/node"
                + look.asked().query(Map.of("template", "kinds." + kind, "about", entry.ref()))
                + "#say";
    }

    /** Whether this party can answer it: somebody else said it, and it counts. */
    boolean isToAnswer(Entry entry) {
        return mayWrite()
                && !entry.party().equals(node.roster().own())
                && entry.counts()
                && !entry.header().kind().equals("accept");
    }

    /** Whether who reads may write: everybody on this machine, else drafters and officers. */
    boolean mayWrite() {
        return visitor.map(one -> one.role().mayDraft()).orElse(true);
    }

    List<SayForm.Choice> choices() {
        return SayForm.choices(node.agreement(), look);
    }

    List<String> kinds() {
        return SayForm.KINDS;
    }

    List<String> offices() {
        return SayForm.offices(node);
    }

    int officers() {
        return SayForm.ownCard(node).officers();
    }

    /** What was said just now, if it is there. */
    Optional<Entry> said() {
        return look.filter("said").flatMap(node::find).map(Progress::entry);
    }

    String toEvidence() {
        return "/node/evidence" + look.asked().query();
    }

    String toStanding() {
        return "/a/" + Page.segment(node.agreement().id()) + look.asked().query();
    }

    /** {@code XB 2030-01-01T00:00:00Z}, one after the other. */
    String times(Map<String, Instant> times) {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(times)
                .forEach((party, at) ->
                        all.append(all.isEmpty() ? "" : ", ").append(party).append(' ').append(at));
        return all.toString();
    }

    String at(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse("");
    }

    /** What cannot be proven with these members: with two parties and nobody else. */
    boolean isWithoutWitness() {
        return node.roster().cards().size() <= 2;
    }
}
