// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.party.Card;
import org.parley.proof.checkpoint.Policy;
import org.parley.proof.checkpoint.Policy.Known;
import org.parley.proof.note.Suite;
import org.parley.proof.note.VerifierKey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that a verification believes: of cards and of a policy.
 *
 * @param cards of parties and witnesses
 * @param given who must have cosigned; without it nobody must, and who has is checked
 */
record KnownKeys(List<Card> cards, Optional<Policy> given) {
    KnownKeys {
        cards = List.copyOf(cards);
    }

    /** The policy for an audit. */
    Policy policy() {
        return policy(cards);
    }

    /** The same with other cards. */
    Policy policy(List<Card> others) {
        return new KnownKeys(others, given).made();
    }

    private Policy made() {
        return given.map(this::withLogs).orElseGet(this::ofCards);
    }

    private Policy withLogs(Policy policy) {
        List<Known> logs = new ArrayList<>(policy.logs());
        for (VerifierKey key : logKeys()) {
            if (logs.stream().noneMatch(one -> one.key().equals(key))) {
                logs.add(new Known(key, Optional.empty()));
            }
        }
        return new Policy(logs, policy.witnesses(), policy.groups(), policy.quorum());
    }

    private Policy ofCards() {
        Map<String, Known> witnesses = new LinkedHashMap<>();
        for (Card card : cards) {
            List<VerifierKey> keys = new ArrayList<>(card.mirror());
            keys.addAll(card.witness());
            for (VerifierKey key : keys) {
                if (key.suite().isTimed()) {
                    witnesses.put(key.format(), new Known(key, Optional.empty()));
                }
            }
        }
        return new Policy(
                logKeys().stream().map(key -> new Known(key, Optional.empty())).toList(),
                witnesses,
                Map.of(),
                Policy.NONE);
    }

    private List<VerifierKey> logKeys() {
        return cards.stream()
                .flatMap(card -> card.log().stream())
                .filter(key -> key.suite() != Suite.ED25519_COSIGNATURE)
                .toList();
    }

    /** All of them that sign checkpoints. */
    List<VerifierKey> all() {
        List<VerifierKey> keys = new ArrayList<>();
        Policy policy = policy();
        policy.logs().forEach(known -> keys.add(known.key()));
        policy.witnesses().values().forEach(known -> keys.add(known.key()));
        return keys;
    }
}
