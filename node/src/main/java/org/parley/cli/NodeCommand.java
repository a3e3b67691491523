// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.party.Beginning;
import org.parley.party.Card;
import org.parley.party.Control;
import org.parley.party.Either;
import org.parley.party.Entry;
import org.parley.party.KeyRing;
import org.parley.party.NodeHome;
import org.parley.party.NodeView;
import org.parley.party.Roster;
import org.parley.party.RunningNode;
import org.parley.record.Folders;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A party's node: begin it, know the others, run it. */
@Command(
        name = "node",
        description = "A party's own node: begin it, enrol the others, run it.",
        mixinStandardHelpOptions = true,
        subcommands = {
            NodeCommand.Init.class,
            NodeCommand.ShowCard.class,
            NodeCommand.Enrol.class,
            NodeCommand.ShowRoster.class,
            NodeRunCommand.class,
            NodePeopleCommand.class,
            NodeStatusCommand.class,
            NodeRotateCommand.class,
            NodeLostCommand.class,
            NodeRecoverCommand.class,
            NodeBackupCommand.class,
            NodeRestoreCommand.class,
            NodeEraseCommand.class,
            NodeExportCommand.class,
            NodeDsseCommand.class,
            NodeReceiptCommand.class
        })
final class NodeCommand {
    private NodeCommand() {}

    /** Begins a node. */
    @Command(name = "init", description = "Begin a node in a folder of its own.")
    static final class Init extends LibraryCommand {
        @Option(
                names = "--party",
                paramLabel = "CODE",
                description = "the party that it speaks for")
        Optional<String> party = Optional.empty();

        @Option(
                names = "--witness",
                paramLabel = "NAME",
                description = "instead of a party: a neutral witness, which only cosigns")
        Optional<String> witness = Optional.empty();

        @Option(
                names = "--agreement",
                required = true,
                paramLabel = "FILE",
                description = "the agreement's file or folder")
        Path agreement = Path.of("agreement.yaml");

        @Option(
                names = "--listen",
                paramLabel = "HOST:PORT",
                description = "where the others reach it (127.0.0.1:8430)")
        String listen = "127.0.0.1:8430";

        @Option(names = "--origin", paramLabel = "NAME", description = "the name of its log")
        Optional<String> origin = Optional.empty();

        @Option(
                names = "--office",
                split = ",",
                paramLabel = "NAME",
                description = "the offices whose keys are made (duty)")
        List<String> offices = List.of(KeyRing.DUTY);

        @Option(
                names = "--officers",
                paramLabel = "N",
                description = "how many offices release a statement; 2 is the two-person rule (1)")
        int officers = 1;

        @Option(
                names = "--replaces",
                paramLabel = "CARD",
                description = "the last card of this party, whose keys are lost")
        Optional<Path> replaces = Optional.empty();

        @Option(
                names = "--store",
                paramLabel = "ADDRESS",
                description = {
                    "keep its record in PostgreSQL: jdbc:postgresql://HOST/DATABASE?user=…",
                    "(a journal in its folder)"
                })
        Optional<String> store = Optional.empty();

        @Option(
                names = "--password-file",
                paramLabel = "FILE",
                description = "with the database's password, if PARLEY_DB_PASSWORD is not set")
        Optional<Path> passwordFile = Optional.empty();

        @Override
        public Integer call() {
            if (party.isPresent() == witness.isPresent()) {
                throw new ParleyException(
                        Code.USAGE,
                        Place.of("--party"),
                        "a node is one party's, or a witness",
                        "give --party CODE or --witness NAME");
            }
            NodeHome home = new NodeHome(options.home);
            Card card =
                    new Beginning(
                                    agreement,
                                    party.or(() -> witness).orElseThrow(),
                                    witness.isPresent(),
                                    Optional.of(listen),
                                    origin,
                                    offices,
                                    officers,
                                    store,
                                    passwordFile,
                                    replaces.map(file ->
                                            Folders.text(file).getBytes(StandardCharsets.UTF_8)))
                            .in(home, new SecureRandom());
            mark(home.agreement().agreement());
            out().println(in("Node of ", "节点：") + card.name() + "  " + card.origin());
            out().println(in("Card: ", "名片：") + card.hash());
            out().println(
                            in(
                                    "Hand the card over (parley node card) and compare this hash by"
                                            + " voice.",
                                    "请交付名片（parley node card），并口头核对上述哈希值。"));
            return 0;
        }
    }

    /** Prints the own card. */
    @Command(name = "card", description = "Print this node's card, to hand to the others.")
    static final class ShowCard extends LibraryCommand {
        @Override
        public Integer call() {
            byte[] card = new NodeHome(options.home).ownCard();
            out().print(new String(card, StandardCharsets.UTF_8));
            out().flush();
            return 0;
        }
    }

    /** Believes others' cards. */
    @Command(name = "enrol", description = "Believe the cards of the others from now on.")
    static final class Enrol extends LibraryCommand {
        @Parameters(paramLabel = "CARD", arity = "1..*", description = "files with cards")
        List<Path> cards = List.of();

        @Option(
                names = "--replace",
                description =
                        "believe a card that the key before did not sign, for that key was lost;"
                                + " it is said in the own log")
        boolean replace;

        @Option(
                names = "--hash",
                paramLabel = "HEX",
                description = "with --replace: the card's hash, as its owner read it to you")
        Optional<String> hash = Optional.empty();

        @Option(
                names = "--by",
                split = ",",
                paramLabel = "OFFICE",
                description = "with --replace: the offices that release it (duty)")
        List<String> offices = List.of(KeyRing.DUTY);

        private Integer replace(NodeHome home) {
            String text = Folders.text(cards.getFirst());
            Card card =
                    Card.read(
                            text.getBytes(StandardCharsets.UTF_8),
                            Place.of(Folders.shown(cards.getFirst())));
            String told =
                    hash.map(one -> one.toLowerCase(Locale.ROOT).replaceFirst("^sha256:", ""))
                            .orElse("");
            if (cards.size() != 1 || !card.hash().hex().equals(told)) {
                // Which it is is not said: it would be copied, and nobody called.
                throw new ParleyException(
                        Code.REFUSED,
                        Place.of("--hash"),
                        "it is not the hash of this one card",
                        "have its owner read the hash to you, and type what you hear");
            }
            out().println(
                            Either.of(
                                    home,
                                    Clock.systemUTC(),
                                    new SecureRandom(),
                                    () -> Control.replace(home, text, offices),
                                    opened -> alone(opened, text, offices)));
            out().println(card.name() + "  " + card.hash());
            return 0;
        }

        private static String alone(RunningNode opened, String card, List<String> offices) {
            try (RunningNode node = opened) {
                Entry entry = node.node().replace(card.getBytes(StandardCharsets.UTF_8), offices);
                return entry.ref() + " " + entry.name();
            }
        }

        @Override
        public Integer call() {
            NodeHome home = new NodeHome(options.home);
            if (replace) {
                return replace(home);
            }
            for (Path file : cards) {
                Card card =
                        home.enrol(
                                Folders.text(file).getBytes(StandardCharsets.UTF_8),
                                Place.of(Folders.shown(file)));
                out().println(card.name() + "  " + card.hash());
            }
            out().println(in("Roster: ", "名册：") + home.readRoster().hash());
            return 0;
        }
    }

    /** Shows who is believed. */
    @Command(name = "roster", description = "Show whose cards this node believes.")
    static final class ShowRoster extends LibraryCommand {
        @Override
        public Integer call() {
            NodeView view = NodeView.read(new NodeHome(options.home));
            Roster roster = view.roster();
            for (Card card : roster.cards()) {
                String role =
                        card.witnessOnly()
                                ? in("witness", "见证方")
                                : card.name().equals(roster.own())
                                        ? in("this node", "本节点")
                                        : in("party", "缔约方");
                out().println(
                                card.name()
                                        + "  "
                                        + role
                                        + "  "
                                        + card.origin()
                                        + "  "
                                        + card.address().orElse("-")
                                        + Optional.ofNullable(view.leaves().get(card.name()))
                                                .map(day -> in("  out from ", "  退出生效：") + day)
                                                .orElse(""));
                out().println("    " + card.hash() + version(roster, card));
            }
            out().println(in("Roster: ", "名册：") + roster.hash());
            return 0;
        }

        private String version(Roster roster, Card card) {
            if (card.version() == 1) {
                return "";
            }
            String since =
                    roster.since(card.name())
                            .map(index -> in(" since ", "，自 ") + card.name() + "/" + index)
                            .orElse(in(", by hand", "，人工登记"));
            return in("  card ", "  第 ")
                    + card.version()
                    + in("", " 版名片")
                    + since
                    + roster.underWay(card.name())
                            .map(index -> in("; the keys before are still used", "；此前的密钥仍在使用"))
                            .orElse("");
        }
    }
}
