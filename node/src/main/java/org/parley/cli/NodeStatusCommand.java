// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.party.NodeHome;
import org.parley.party.NodeView;
import org.parley.party.Progress;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far each statement has come, as this node can prove it. */
@Command(
        name = "status",
        description = "Show what each party said, and how far it has come: local, delivered, …")
final class NodeStatusCommand extends LibraryCommand {
    @Option(names = "--last", paramLabel = "N", description = "the last N of each party (20)")
    int last = 20;

    @Option(names = "--all", description = "also what nodes say by themselves: receipts, heads")
    boolean all;

    @Override
    public Integer call() {
        NodeHome home = new NodeHome(options.home);
        NodeView view = NodeView.read(home);
        mark(view.agreement());
        view.parties()
                .forEach((party, statements) -> {
                    out().println(
                                    party
                                            + "  "
                                            + statements.size()
                                            + in(" entries held", " 条已存")
                                            + view.size(party)
                                                    .map(size ->
                                                            "  "
                                                                    + in("signed size ", "签名规模 ")
                                                                    + size)
                                                    .orElse(""));
                    statements.stream()
                            .filter(one -> all || !isRoutine(one))
                            .skip(Math.max(0, count(statements) - last))
                            .forEach(this::line);
                });
        int evidence = view.evidence().size();
        if (evidence > 0) {
            out().println(
                            evidence
                                    + in(
                                            " proofs that somebody signed two histories; see"
                                                    + " node/evidence pages",
                                            " 份证据表明有人签署了两套历史"));
        }
        return 0;
    }

    private long count(List<Progress> statements) {
        return statements.stream().filter(one -> all || !isRoutine(one)).count();
    }

    private static boolean isRoutine(Progress one) {
        String kind = one.entry().header().kind();
        return kind.equals("heads") || kind.equals("acknowledge");
    }

    private void line(Progress one) {
        String fault =
                one.entry().fault().map(why -> "  " + in("not counted: ", "不计入：") + why).orElse("")
                        + (one.outside()
                                ? "  " + in("outside: said after it left", "协议之外：退出之后作出")
                                : "");
        out().println(
                        "  "
                                + one.entry().ref()
                                + "  "
                                + one.entry().header().kind()
                                + one.entry().header().form().map(form -> "/" + form).orElse("")
                                + "  "
                                + one.entry().header().made()
                                + "  "
                                + one.state().in(language())
                                + times(in(" held by ", " 已存："), one.delivered())
                                + one.settled().map(at -> in("; settled ", "；存证 ") + at).orElse("")
                                + times(in("; received by ", "；收悉："), one.received())
                                + one.erasure()
                                        .map(gone -> "; " + gone.text().in(language()))
                                        .orElse("")
                                + fault);
    }

    private static String times(String words, Map<String, Instant> times) {
        Optional<String> all =
                times.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(one -> one.getKey() + " " + one.getValue())
                        .reduce((left, right) -> left + ", " + right);
        return all.map(text -> words + text).orElse("");
    }
}
