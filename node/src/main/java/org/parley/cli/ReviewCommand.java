// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.Text;
import org.parley.review.Decided;
import org.parley.review.Desk;
import org.parley.review.Documents;
import org.parley.review.Offer;
import org.parley.review.Reviewed;
import org.parley.review.Reviewed.State;
import org.parley.review.Slot;
import org.parley.web.export.ReviewedJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Decides about claims found in documents: what the pages at /documents do, one line each. */
@Command(
        name = "review",
        description = "Decide about claims found in documents.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ReviewCommand.Show.class,
            ReviewCommand.Accept.class,
            ReviewCommand.Reject.class,
            ReviewCommand.Merge.class,
            ReviewCommand.Reopen.class,
            ReviewCommand.Link.class,
            ReviewCommand.Anchor.class
        })
final class ReviewCommand {
    private ReviewCommand() {}

    /** What all have: the desk, and JSON of the document afterwards. */
    abstract static class OnDesk extends LibraryCommand {
        @Mixin final Json json = new Json();

        final Desk desk() {
            options.open();
            SecureRandom chance = new SecureRandom();
            return Desk.open(options.shipped(), options.home, Clock.systemUTC(), chance::nextLong);
        }

        final void show(Desk desk, String id) {
            Desk.Open open = desk.open(id);
            Reviewed reviewed = open.reviewed();
            List<Offer> offers = reviewed.isUndated() ? desk.offers(reviewed) : List.of();
            if (json.asked) {
                out().print(ReviewedJson.print(open, offers));
                return;
            }
            out().println(
                            open.loaded().document().name()
                                    + "  "
                                    + reviewed.extraction()
                                            .anchor()
                                            .map(Object::toString)
                                            .orElse(in("undated", "无日期")));
            offers.stream()
                    .limit(Offer.SHOWN_MAX)
                    .forEach(
                            offer -> out().println(in("    may be of ", "    可能为 ") + offer.day()));
            for (int i = 0; i < reviewed.claims().size(); i++) {
                line(i + 1, reviewed.claims().get(i));
            }
            reviewed.lost()
                    .forEach(lost ->
                            out().println(
                                            in("lost: ", "失效：")
                                                    + lost.decided().decision().form()
                                                    + " "
                                                    + lost.decided().by()
                                                    + " "
                                                    + lost.decided().at()
                                                    + " "
                                                    + lost.why()
                                                            .name()
                                                            .toLowerCase(Locale.ROOT)
                                                            .replace('_', '-')));
        }

        private void line(int number, Reviewed.Claim claim) {
            StringBuilder says = new StringBuilder();
            claim.slots()
                    .forEach((slot, value) ->
                            says.append(' ').append(slot.word()).append('=').append(value));
            out().printf(
                            Locale.ROOT,
                            "%3d  %-8s %s %s%s%n",
                            number,
                            claim.state().word(),
                            claim.id(),
                            says.toString().strip(),
                            claim.stands() ? "" : in("  WORDS DO NOT STAND", "  引文不符"));
            out().println("     " + claim.quote().exact().replaceAll("\\s+", " "));
        }
    }

    /** What decisions have: the document, and who decides. */
    abstract static class Deciding extends OnDesk {
        @Parameters(index = "0", paramLabel = "DOC", description = "name of a document, or its id")
        String document = "";

        @Option(names = "--by", paramLabel = "NAME", description = "who decides", required = true)
        String by = "";

        abstract Decided decide(Desk desk, String id);

        @Override
        public Integer call() {
            Desk desk = desk();
            String id = desk.find(document);
            Decided decided = decide(desk, id);
            if (json.asked) {
                show(desk, id);
            } else {
                out().println(decided.decision().form() + "  " + decided.id());
            }
            return 0;
        }

        /** A claim by its number in the list, or by its id. */
        static String claim(Desk desk, String id, String called) {
            List<Reviewed.Claim> claims = desk.open(id).reviewed().claims();
            if (called.matches("\\d{1,5}")) {
                int number = Integer.parseInt(called);
                if (number < 1 || number > claims.size()) {
                    throw new ParleyException(
                            Code.NOT_FOUND,
                            Place.of("CLAIM"),
                            Text.of("there is no claim " + number, "没有第 " + number + " 条说法"),
                            Text.of(
                                    "a number from 1 to " + claims.size(),
                                    "请给出 1 至 " + claims.size() + " 的数字"));
                }
                return claims.get(number - 1).id();
            }
            return desk.open(id).reviewed().claim(called).id();
        }
    }

    /** Lists documents, or the claims of one. */
    @Command(name = "list", description = "List documents, or the claims of one as reviewed.")
    static final class Show extends OnDesk {
        @Parameters(index = "0", arity = "0..1", paramLabel = "DOC", description = "its claims")
        String document = "";

        @Override
        public Integer call() {
            Desk desk = desk();
            if (!document.isEmpty()) {
                show(desk, desk.find(document));
                return 0;
            }
            List<Problem> problems = new ArrayList<>();
            for (Documents.Listed one : desk.list()) {
                try {
                    line(one, desk.open(one.id()).reviewed());
                } catch (ParleyException e) {
                    // The others are of use without it.
                    problems.add(e.problem());
                }
            }
            return tell(problems);
        }

        private void line(Documents.Listed one, Reviewed reviewed) {
            out().printf(
                            Locale.ROOT,
                            in(
                                    "%s  %3d claims %3d open  %-10s  %s%n",
                                    "%s  %3d 条说法，%3d 条待审  %-10s  %s%n"),
                            one.id().substring(0, 12),
                            reviewed.size(),
                            reviewed.count(State.OPEN),
                            reviewed.extraction()
                                    .anchor()
                                    .map(Object::toString)
                                    .orElse(in("undated", "无日期")),
                            one.name());
        }
    }

    /** Accepts a claim, in other words where asked. */
    @Command(name = "accept", description = "The document does say so.")
    static final class Accept extends Deciding {
        @Parameters(index = "1", paramLabel = "CLAIM", description = "number or id")
        String claim = "";

        @Option(
                names = "--set",
                paramLabel = "SLOT=VALUE",
                description = "say it in other words; no value takes a slot away")
        List<String> set = List.of();

        @Override
        Decided decide(Desk desk, String id) {
            Map<Slot, String> slots = new EnumMap<>(Slot.class);
            for (String one : set) {
                int at = one.indexOf('=');
                if (at < 0) {
                    throw new ParleyException(
                            Code.USAGE,
                            Place.of("--set"),
                            Text.of("\"" + one + "\"", "“" + one + "”"),
                            Text.of("as in status=held", "例如 status=held"));
                }
                slots.put(Slot.of(one.substring(0, at)), one.substring(at + 1));
            }
            return desk.accept(id, claim(desk, id, claim), slots, by);
        }
    }

    /** Rejects a claim. */
    @Command(name = "reject", description = "The document does not say so.")
    static final class Reject extends Deciding {
        @Parameters(index = "1", paramLabel = "CLAIM", description = "number or id")
        String claim = "";

        @Option(names = "--why", paramLabel = "TEXT", description = "why not", required = true)
        String why = "";

        @Override
        Decided decide(Desk desk, String id) {
            return desk.reject(id, claim(desk, id, claim), why, by);
        }
    }

    /** Merges claims. */
    @Command(name = "merge", description = "These claims are one; the first stands for all.")
    static final class Merge extends Deciding {
        @Parameters(index = "1..*", arity = "2..*", paramLabel = "CLAIM", description = "numbers")
        List<String> claims = List.of();

        @Override
        Decided decide(Desk desk, String id) {
            List<String> ids = claims.stream().map(one -> claim(desk, id, one)).toList();
            return desk.merge(id, ids.getFirst(), ids.subList(1, ids.size()), by);
        }
    }

    /** Takes a decision back. */
    @Command(name = "reopen", description = "What was decided no longer holds.")
    static final class Reopen extends Deciding {
        @Parameters(index = "1", paramLabel = "CLAIM", description = "number or id")
        String claim = "";

        @Override
        Decided decide(Desk desk, String id) {
            return desk.reopen(id, claim(desk, id, claim), by);
        }
    }

    /** Ties a name to a person or party. */
    @Command(name = "link", description = "In this document this name is that person or party.")
    static final class Link extends Deciding {
        @Parameters(index = "1", paramLabel = "WORDS", description = "the name in the text")
        String name = "";

        @Parameters(index = "2", paramLabel = "CODE", description = "a party's or person's code")
        String actor = "";

        @Override
        Decided decide(Desk desk, String id) {
            return desk.link(id, name, actor, by);
        }
    }

    /** Gives an undated text a day. */
    @Command(name = "anchor", description = "Give a text the day that its dates hang on.")
    static final class Anchor extends Deciding {
        @Parameters(index = "1", paramLabel = "DATE", description = "as in 2031-05-12")
        String day = "";

        @Option(names = "--why", paramLabel = "TEXT", description = "how it is known")
        String why = "";

        @Override
        Decided decide(Desk desk, String id) {
            return desk.anchor(id, Options.day(day, "DATE"), why, by);
        }
    }
}
