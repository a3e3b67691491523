// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Text;
import org.parley.time.Span;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What places a mechanism among the others: its summary, names, subjects and relations, and how its
 * members and contacts are counted.
 *
 * @param aliases by language, the names by which texts call it
 * @param subjects out of {@link Words#SUBJECTS}
 * @param partOf the mechanism it is a part of
 * @param touches the mechanisms it speaks of or bears on
 * @param open whether any state can join; the members are then those whose acts the record holds
 * @param observers who can speak here without being a party: organisations, named groups
 * @param depositaries several where a text has several
 * @param contact how silence and distance are counted in a dialogue or channel
 */
public record Profile(
        Optional<Text> summary,
        Map<String, List<String>> aliases,
        List<String> subjects,
        Optional<String> partOf,
        List<String> touches,
        boolean open,
        List<String> observers,
        List<String> depositaries,
        Optional<Holdouts> holdouts,
        Optional<Joining> joining,
        Contact contact) {

    public Profile {
        aliases = Map.copyOf(aliases);
        subjects = List.copyOf(subjects);
        touches = List.copyOf(touches);
        observers = List.copyOf(observers);
        depositaries = List.copyOf(depositaries);
    }

    /** Whose act entry into force waits for. */
    public record Holdouts(String set, String act) {}

    /**
     * How a contact is counted.
     *
     * @param silentAfter after so long without evidence its state is no longer known
     * @param zones each party's own, for lags counted in its days
     */
    public record Contact(Span silentAfter, Map<String, ZoneId> zones) {
        public Contact {
            zones = Map.copyOf(zones);
        }
    }
}
