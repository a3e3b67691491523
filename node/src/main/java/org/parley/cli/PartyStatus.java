// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.agreement.Agreement;
import org.parley.record.Library;
import org.parley.standing.MemberStanding;
import org.parley.standing.Situation;
import org.parley.standing.View;
import org.parley.statement.Body;
import org.parley.statement.Statement;
import org.parley.web.Wording;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where one party stands in everything that the library knows. */
final class PartyStatus {
    private final String party;
    private final String language;
    private final List<Line> lines = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** One mechanism, with the party's place in it where there are members. */
    private record Line(
            Agreement agreement,
            View view,
            Situation situation,
            Optional<MemberStanding.State> member) {}

    PartyStatus(Library library, Options.Axes axes, String party, String language) {
        this.party = party;
        this.language = language;
        for (Library.Loaded loaded : library.loadAll()) {
            loaded.found()
                    .filter(one -> one.agreement().parties().contains(party))
                    .ifPresent(one -> lines.add(line(one, axes)));
            loaded.problem().ifPresent(problems::add);
        }
        if (lines.isEmpty()) {
            throw new ParleyException(
                    Code.UNKNOWN_PARTY,
                    Place.of("--party"),
                    "no mechanism has the party \"" + party + "\"",
                    "see parley list; parties have codes such as CN");
        }
    }

    private Line line(Library.Case one, Options.Axes axes) {
        List<Statement> few =
                one.record().statements().stream()
                        .filter(statement -> !(statement.body() instanceof Body.Change))
                        .toList();
        View view = axes.viewOrDeclared(one.agreement());
        return new Line(
                one.agreement(),
                view,
                Situation.of(one.agreement(), few, view),
                Situation.member(one.agreement(), few, view, party));
    }

    /** Of what could not be read. */
    List<Problem> problems() {
        return problems;
    }

    List<String> text() {
        Wording words = Wording.in(language);
        List<String> text = new ArrayList<>();
        text.add(party + "  " + StatusText.view(lines.getFirst().view(), language));
        boolean chinese = language.equals("zh");
        text.add(
                chinese
                        ? row("机制", "状况", "成员身份", "据／由", "名称")
                        : row("mechanism", "situation", "its place", "told by", "title"));
        for (Line line : lines) {
            String by =
                    String.join(
                            " ",
                            line.situation().by().stream()
                                    .filter(line.agreement()::isParty)
                                    .toList());
            text.add(
                    row(
                            line.agreement().id(),
                            words.situation(line.situation().state(), line.agreement()),
                            line.member()
                                    .map(state -> words.name("member", state.word()))
                                    .orElse(""),
                            line.situation().by().size() < 4 ? by : "",
                            line.agreement().title().in(language)));
        }
        return text;
    }

    private static String row(String id, String now, String place, String by, String title) {
        return String.format(Locale.ROOT, "  %-26s %-22s %-24s %-9s %s", id, now, place, by, title)
                .stripTrailing();
    }

    String json() {
        // Made here, not once for the class: it takes a tenth of the time of the plain answer.
        JsonMapper mapper = JsonMapper.builder().build();
        ObjectNode root = mapper.createObjectNode();
        root.put("party", party);
        ObjectNode view = root.putObject("view");
        view.put("asOf", lines.getFirst().view().asOf().toString());
        view.put("knownOn", lines.getFirst().view().knownOn().toString());
        ArrayNode array = root.putArray("mechanisms");
        for (Line line : lines) {
            ObjectNode node = array.addObject();
            node.put("id", line.agreement().id());
            node.put("title", line.agreement().title().in(language));
            node.put("kind", line.agreement().kind());
            node.put("accordingTo", line.view().viewer());
            node.put("situation", line.situation().state().word());
            line.situation().since().ifPresent(day -> node.put("since", day.toString()));
            ArrayNode by = node.putArray("by");
            line.situation().by().forEach(by::add);
            line.member().ifPresent(state -> node.put("member", state.word()));
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
