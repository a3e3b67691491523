// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.evidence.Claim;
import org.parley.evidence.Comparison;
import org.parley.evidence.Dossier;
import org.parley.evidence.Pair;
import org.parley.web.export.ClaimsJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Lists what others said, and how what they said compares. */
@Command(
        name = "claims",
        description = "List claims with their chain, and how pairs of them compare.")
final class ClaimsCommand extends LibraryCommand {
    @Option(
            names = "--mechanism",
            paramLabel = "ID",
            description = "only claims about this mechanism or topic")
    Optional<String> mechanism = Optional.empty();

    @Option(names = "--known-on", paramLabel = "DATE", description = "what had been said by then")
    Optional<String> knownOn = Optional.empty();

    @Mixin final Json json = new Json();

    @Override
    public Integer call() {
        LocalDate known = known(knownOn);
        Dossier all = options.dossier();
        mechanism.ifPresent(id -> requireThing(all, id));
        Dossier dossier = all.knownOn(known);
        List<Claim> claims = dossier.claims().stream().filter(this::isAsked).toList();
        List<Pair> pairs =
                dossier.pairs().stream()
                        .filter(pair -> isAsked(pair.a()) || isAsked(pair.b()))
                        .toList();
        PrintWriter out = out();
        if (json.asked) {
            out.print(ClaimsJson.print(dossier, claims, pairs, known, language()));
            return 0;
        }
        out.println(language().equals("zh") ? "知悉截止日 " + known : "known on " + known);
        claims.forEach(claim -> ClaimText.lines(claim, language()).forEach(out::println));
        out.println();
        for (Pair pair : pairs) {
            Comparison one = dossier.compare(pair);
            out.println(pair.id() + "  " + line(one) + "  " + pair.title().in(language()));
            out.println("    " + pair.a().ref() + "  |  " + pair.b().ref());
            out.println("    " + one.reason().in(language()));
        }
        return 0;
    }

    private String line(Comparison one) {
        String mark = one.a().exercise() || one.b().exercise() ? "EXERCISE 演练  " : "";
        return mark + one.verdict().word();
    }

    private boolean isAsked(Claim claim) {
        return mechanism.isEmpty() || claim.subject().thing().equals(mechanism.get());
    }

    private static void requireThing(Dossier dossier, String id) {
        List<String> things =
                dossier.claims().stream()
                        .map(claim -> claim.subject().thing())
                        .distinct()
                        .sorted()
                        .toList();
        if (!things.contains(id)) {
            throw new ParleyException(
                    Code.NOT_FOUND,
                    Place.of("--mechanism"),
                    "no claim about \"" + id + "\"",
                    Nearest.hint(id, things));
        }
    }

    static LocalDate known(Optional<String> asked) {
        return asked.map(text -> Options.day(text, "--known-on"))
                .orElseGet(() -> LocalDate.now(Clock.system(ZoneId.systemDefault())));
    }
}
