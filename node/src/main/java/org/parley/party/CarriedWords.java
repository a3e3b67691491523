// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Text;
import org.parley.exchange.Courier;
import org.parley.proof.ProofException;
import org.parley.proof.canonical.CanonicalJson;
import org.parley.proof.canonical.Json;
import org.parley.proof.canonical.MalformedException;
import org.parley.proof.canonical.StatementText;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.tile.Tile;
import org.parley.proof.tile.VerifiedTiles;
import org.parley.record.Wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a courier file says of bodies that are not in it: which of them somebody said to have
 * erased. That is a party's word and no proof; that the body is missing breaks nothing, for the
 * statement names only its hash. Stateless.
 */
public final class CarriedWords {
    private CarriedWords() {}

    /**
     * A statement whose body is gone.
     *
     * @param ref of the statement, {@code XA/17}
     * @param words who says so where, and why
     */
    public record Erased(String ref, Text words) {}

    /** Those of all logs; a log whose tree does not hold was told of before, and says nothing. */
    public static List<Erased> erased(Courier courier) {
        List<Entry> all = new ArrayList<>();
        for (String origin : courier.origins()) {
            all.addAll(entries(courier, origin));
        }
        List<Erasure.Said> words = new ArrayList<>();
        for (Entry entry : all) {
            if (entry.header().kind().equals("erase")) {
                Readers.file(entry.header())
                        .flatMap(courier::body)
                        .flatMap(CarriedWords::read)
                        .flatMap(NodeWords::erased)
                        .map(one -> said(entry, one))
                        .ifPresent(words::add);
            }
        }
        List<Erased> erased = new ArrayList<>();
        for (Entry entry : all) {
            List<Erasure.Said> about =
                    words.stream().filter(one -> one.body().equals(entry.header().body())).toList();
            boolean gone = Readers.file(entry.header()).flatMap(courier::body).isEmpty();
            if (gone) {
                Erasure.of(entry, "", about)
                        .ifPresent(one -> erased.add(new Erased(entry.ref(), one.text())));
            }
        }
        return erased;
    }

    private static Erasure.Said said(Entry entry, NodeWords.Erased words) {
        return new Erasure.Said(
                entry.party(), entry.ref(), words.of().toString(), words.re(), words.why());
    }

    private static List<Entry> entries(Courier courier, String origin) {
        List<Entry> all = new ArrayList<>();
        long index = 0;
        try {
            Checkpoint checkpoint = Checkpoint.of(courier.checkpoint(origin));
            VerifiedTiles tiles =
                    new VerifiedTiles(courier.log(origin), checkpoint.size(), checkpoint.root());
            for (long at = 0; at < checkpoint.size(); at += Tile.WIDTH) {
                for (byte[] leaf :
                        tiles.entries(Tile.inTree(0, at / Tile.WIDTH, checkpoint.size()))) {
                    entry(index++, leaf).ifPresent(all::add);
                }
            }
        } catch (ProofException e) {
            // The audit of the same log says so, with the place.
        }
        return all;
    }

    private static Optional<Entry> entry(long index, byte[] leaf) {
        try {
            StatementText text = StatementText.read(leaf);
            Wire.Header header = Wire.Header.of(text);
            return Optional.of(
                    new Entry(header.from(), index, text.id(), text, header, Optional.empty()));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private static Optional<Json.Obj> read(byte[] body) {
        try {
            return CanonicalJson.read(body) instanceof Json.Obj words
                    ? Optional.of(words)
                    : Optional.empty();
        } catch (MalformedException e) {
            // Sealed: only its readers know what it says.
            return Optional.empty();
        }
    }
}
