// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.extraction.FoundClaim;
import org.parley.search.Answer;
import org.parley.search.Asked;
import org.parley.search.Passage;
import org.parley.search.SearchIndex;
import org.parley.web.export.FoundWords;
import org.parley.web.export.PassageJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Searches the documents that were taken in. */
@Command(
        name = "search",
        description = "Search the documents that were taken in, in Chinese and English.")
final class SearchCommand extends LibraryCommand {
    private static final int MOST = 1_000;
    private static final int SHOWN = 200;

    @Parameters(paramLabel = "WORDS", arity = "0..*", description = "words, or a \"phrase\"")
    List<String> words = List.of();

    @Option(
            names = "--actor",
            paramLabel = "CODE",
            description = "only where a claim is about this party, as RU")
    Optional<String> actor = Optional.empty();

    @Option(
            names = "--mechanism",
            paramLabel = "ID",
            description = "only where a claim is about this mechanism, as new-start")
    Optional<String> mechanism = Optional.empty();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "only where there is a claim of this kind: ${COMPLETION-CANDIDATES}")
    Optional<FoundClaim.Kind> kind = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "only claims whose own date is this day or later")
    Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DATE", description = "or this day or earlier")
    Optional<String> to = Optional.empty();

    @Option(names = "--most", paramLabel = "N", description = "how many passages (default: 20)")
    int most = 20;

    @Mixin final Json json = new Json();

    @Override
    public Integer call() {
        if (most < 1 || most > MOST) {
            throw new ParleyException(
                    Code.USAGE,
                    Place.of("--most"),
                    Text.same(String.valueOf(most)),
                    Text.of("1 to " + MOST, "1 至 " + MOST));
        }
        Asked asked =
                new Asked(
                        String.join(" ", words),
                        actor.map(code -> code.toUpperCase(Locale.ROOT)),
                        mechanism,
                        kind,
                        from.map(text -> Options.day(text, "--from")),
                        to.map(text -> Options.day(text, "--to")),
                        most);
        Answer answer = new SearchIndex(options.readingRoom()).find(asked);
        for (Passage one : answer.passages()) {
            if (json.asked) {
                out().print(PassageJson.line(one));
            } else {
                print(one);
            }
        }
        if (answer.passages().isEmpty() && !json.asked) {
            out().println(in("nothing found", "未找到"));
        }
        return tell(answer.unread());
    }

    private void print(Passage one) {
        String text = one.text().strip();
        String id = one.document().substring(7, 19);
        String page = in("p. ", "页 ") + one.page();
        String place = one.from() + "-" + one.to();
        String claims = new DocumentText(language()).claims(one.claims().size());
        out().println(String.join("  ", id, one.name(), page, place, one.language(), claims));
        out().println("    " + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text));
        for (Passage.Quoted claim : one.claims()) {
            String kindOf =
                    new FoundWords(language())
                            .kind(FoundClaim.Kind.valueOf(claim.kind().toUpperCase(Locale.ROOT)));
            out().println(
                            String.join(
                                    "  ",
                                    "    " + kindOf,
                                    claim.id(),
                                    claim.from() + "-" + claim.to()));
        }
        out().println("    " + one.address());
    }
}
