// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.ParleyException;
import org.parley.party.Node;
import org.parley.party.NodeHome;
import org.parley.party.Rounds;
import org.parley.party.RunningNode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Gets back what a restored store lacks, before anything is signed with it. */
@Command(
        name = "recover",
        description =
                "After restoring a backup: ask the others what they saw of this node's log, and get"
                        + " it back from their copies.")
final class NodeRecoverCommand extends LibraryCommand {
    @Option(
            names = "--alone",
            description = "go on without those that do not answer: nobody holds more of this log")
    boolean alone;

    @Override
    public Integer call() {
        NodeHome home = new NodeHome(options.home);
        try (RunningNode running = RunningNode.open(home, Clock.systemUTC(), new SecureRandom())) {
            Node node = running.node();
            mark(node.agreement());
            long before = size(node);
            node.wasRestored();
            List<Rounds.Round> rounds = running.round();
            if (alone) {
                node.goOn();
            }
            for (Rounds.Round round : rounds) {
                round.problem().ifPresent(e -> out().println(e.problem().in(language())));
            }
            out().println(in("Entries of the own log: ", "本方日志条目：") + before + " → " + size(node));
            Optional<ParleyException> problem = node.problem();
            if (problem.isPresent()) {
                throw problem.get();
            }
            out().println(in("It may sign again.", "可以恢复签署。"));
        }
        return 0;
    }

    private static long size(Node node) {
        return node.head(node.roster().own()).map(head -> head.size()).orElse(0L);
    }
}
