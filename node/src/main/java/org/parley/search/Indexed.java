// SPDX-License-Identifier: Apache-2.0
package org.parley.search;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.extraction.FoundClaim;
import org.parley.time.Edtf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A passage as the index keeps it, its claims a line each. */
final class Indexed {
    private static final String BETWEEN = "\t";

    private Indexed() {}

    static Document of(Passage passage, List<FoundClaim> claims) {
        Document kept = new Document();
        kept.add(new TextField("text", passage.text(), Field.Store.YES));
        kept.add(new StoredField("document", passage.document()));
        kept.add(new StoredField("name", passage.name()));
        kept.add(new StoredField("language", passage.language()));
        kept.add(new StoredField("block", passage.block()));
        kept.add(new StoredField("from", passage.from()));
        kept.add(new StoredField("to", passage.to()));
        kept.add(new StoredField("page", passage.page()));
        for (FoundClaim claim : claims) {
            kept.add(new StoredField("claim", line(claim)));
            kept.add(new StringField("kind", claim.kind().word(), Field.Store.NO));
            claim.mechanism()
                    .ifPresent(id -> kept.add(new StringField("mechanism", id, Field.Store.NO)));
            for (String actor : claim.actors()) {
                kept.add(new StringField("actor", FoundClaim.three(actor), Field.Store.NO));
            }
        }
        return kept;
    }

    private static String line(FoundClaim claim) {
        List<String> cells = new ArrayList<>();
        cells.add(claim.id());
        cells.add(claim.kind().word());
        cells.add(String.valueOf(claim.anchor().from()));
        cells.add(String.valueOf(claim.anchor().to()));
        cells.add(claim.mechanism().orElse(""));
        cells.add(String.join(" ", claim.actors().stream().map(FoundClaim::three).toList()));
        Optional<Edtf> date = date(claim);
        cells.add(date.flatMap(Edtf::earliest).map(LocalDate::toString).orElse(""));
        cells.add(date.flatMap(Edtf::latest).map(LocalDate::toString).orElse(""));
        cells.add(date.isPresent() ? "dated" : "");
        return String.join(BETWEEN, cells);
    }

    /** The claim's own date: of what is said to happen, else the day for which a number holds. */
    private static Optional<Edtf> date(FoundClaim claim) {
        return claim.when()
                .or(() -> claim.figure().flatMap(FoundClaim.Figure::asOf))
                .flatMap(FoundClaim.When::edtf)
                .flatMap(text -> {
                    try {
                        return Optional.of(Edtf.parse(text, Place.of("claim")));
                    } catch (ParleyException _) {
                        return Optional.empty();
                    }
                });
    }

    /** The passage with those of its claims that fit. */
    static Passage passage(Document kept, Asked asked) {
        List<Passage.Quoted> claims = new ArrayList<>();
        for (String line : kept.getValues("claim")) {
            String[] cells = line.split(BETWEEN, -1);
            if (fits(cells, asked)) {
                claims.add(
                        new Passage.Quoted(
                                cells[0],
                                cells[1],
                                Integer.parseInt(cells[2]),
                                Integer.parseInt(cells[3])));
            }
        }
        return new Passage(
                kept.get("document"),
                kept.get("name"),
                kept.get("language"),
                Integer.parseInt(kept.get("block")),
                Integer.parseInt(kept.get("from")),
                Integer.parseInt(kept.get("to")),
                Integer.parseInt(kept.get("page")),
                kept.get("text"),
                claims);
    }

    private static boolean fits(String[] cells, Asked asked) {
        if (asked.kind().filter(kind -> !kind.word().equals(cells[1])).isPresent()
                || asked.mechanism().filter(id -> !id.equals(cells[4])).isPresent()) {
            return false;
        }
        if (asked.actor()
                .filter(code -> !List.of(cells[5].split(" ")).contains(FoundClaim.three(code)))
                .isPresent()) {
            return false;
        }
        return asked.from().isEmpty() && asked.to().isEmpty() || isWithin(cells, asked);
    }

    /** Whether the claim's date and the days asked for have a day in common. */
    private static boolean isWithin(String[] cells, Asked asked) {
        if (cells[8].isEmpty()) {
            return false;
        }
        LocalDate earliest = cells[6].isEmpty() ? LocalDate.MIN : LocalDate.parse(cells[6]);
        LocalDate latest = cells[7].isEmpty() ? LocalDate.MAX : LocalDate.parse(cells[7]);
        return !latest.isBefore(asked.from().orElse(LocalDate.MIN))
                && !earliest.isAfter(asked.to().orElse(LocalDate.MAX));
    }
}
