// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.party.KeyRing.Part;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * That a node is to change keys, or to use those that it announced without waiting for others: the
 * same whether the node runs or is opened for this alone.
 *
 * @param parts whose keys change; none means that an earlier change is finished now
 * @param offices who releases it
 * @param lostSince the first entry that somebody else may have signed, if keys were lost
 */
public record Rotating(Set<Part> parts, List<String> offices, OptionalLong lostSince) {
    public Rotating(Set<Part> parts, List<String> offices) {
        this(parts, offices, OptionalLong.empty());
    }

    public Rotating {
        parts = Set.copyOf(parts);
        offices = List.copyOf(offices);
    }

    /** In words that {@link #read} reads. */
    String words() {
        String names = parts.stream().map(Part::name).sorted().collect(Collectors.joining(","));
        return lostSince.isPresent() ? names + "@" + lostSince.getAsLong() : names;
    }

    static Rotating read(String words, List<String> offices) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        String[] halves = words.split("@", 2);
        Arrays.stream(halves[0].split(",", -1))
                .filter(word -> !word.isEmpty())
                .forEach(word -> parts.add(Part.valueOf(word.toUpperCase(Locale.ROOT))));
        return new Rotating(
                parts,
                offices,
                halves.length < 2
                        ? OptionalLong.empty()
                        : OptionalLong.of(Long.parseLong(halves[1])));
    }

    /**
     * Does it.
     *
     * @return what was said, if anything was to be
     * @throws ParleyException {@code CONFLICT} while an earlier change is under way
     */
    public Optional<Entry> by(RunningNode node, SecureRandom chance) {
        if (node.node().roster().ownCard().witnessOnly()) {
            throw new ParleyException(
                    Code.REFUSED,
                    Place.of("rotate"),
                    "a witness says nothing that others could read its new keys from",
                    "begin a new witness and enrol its card, then stop this one");
        }
        if (parts.isEmpty() && lostSince.isPresent()) {
            return Optional.of(node.announceLoss(lostSince.getAsLong()));
        }
        if (parts.isEmpty()) {
            return node.node().finishRotation();
        }
        return Optional.of(node.rotate(this, chance));
    }
}
