// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.evidence.Comparison;
import org.parley.evidence.Dossier;
import org.parley.web.export.ClaimsJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.PrintWriter;
import java.util.Optional;

/** Sets two claims side by side, with the record, and says which rule gives the verdict. */
@Command(
        name = "compare",
        description = "Set two claims side by side and say which rules fire and which do not.")
final class CompareCommand extends LibraryCommand {
    @Parameters(index = "0", paramLabel = "REF", description = "a claim, as in parley claims")
    String first = "";

    @Parameters(index = "1", paramLabel = "REF", description = "another")
    String second = "";

    @Option(names = "--known-on", paramLabel = "DATE", description = "what had been said by then")
    Optional<String> knownOn = Optional.empty();

    @Mixin final Json json = new Json();

    @Override
    public Integer call() {
        Dossier dossier = options.dossier().knownOn(ClaimsCommand.known(knownOn));
        Comparison one = dossier.compare(dossier.claim(first), dossier.claim(second));
        PrintWriter out = out();
        if (json.asked) {
            out.print(ClaimsJson.print(one, language()));
            return 0;
        }
        String language = language();
        ClaimText.lines(one.a(), language).forEach(out::println);
        ClaimText.lines(one.b(), language).forEach(out::println);
        out.println();
        out.println(one.verdict().word() + "  " + one.verdict().text().in(language));
        out.println("    " + one.reason().in(language));
        if (!one.beside().isEmpty()) {
            out.println(language().equals("zh") ? "记录所载" : "The record beside it");
            one.beside().forEach(fact -> out.println(ClaimText.line(fact, language)));
        }
        out.println(language().equals("zh") ? "依次适用的规则" : "Rules in the order tried");
        boolean decided = false;
        for (Comparison.Outcome outcome : one.outcomes()) {
            out.println(
                    "  "
                            + mark(outcome, decided)
                            + "  "
                            + outcome.rule().word()
                            + " → "
                            + outcome.rule().verdict().word()
                            + "  "
                            + outcome.rule().text().in(language));
            decided |= outcome.fired();
        }
        return 0;
    }

    /** The deciding rule, one that would fire too, or one that does not. */
    private String mark(Comparison.Outcome outcome, boolean decided) {
        if (!outcome.fired()) {
            return language().equals("zh") ? "否    " : "no     ";
        }
        if (decided) {
            return language().equals("zh") ? "亦适用" : "too    ";
        }
        return language().equals("zh") ? "适用  " : "fired  ";
    }
}
