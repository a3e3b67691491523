// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.time.DateExpression;
import org.parley.time.Recurrence;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A file of rules, read and checked: parties, items, counts, limits, duties, quotas, bodies.
 * Immutable and thread safe; what happened under it stands in its record.
 *
 * @param kind out of {@link Words#AGREEMENT_KINDS}
 * @param parties codes in the order of the file; where any state can join, those that the record
 *     knows, in alphabetical order
 * @param authentic the languages in which the text is authentic
 * @param zone whose calendar days count
 * @param digest SHA-256 of the file, in hex
 */
public record Agreement(
        String id,
        Text title,
        String kind,
        List<String> parties,
        Map<String, List<String>> groups,
        Map<String, List<String>> sets,
        List<String> authentic,
        ZoneId zone,
        boolean exercise,
        Optional<String> handling,
        List<Text> notes,
        Map<String, SourceText> sources,
        Map<String, NamedDate> dates,
        Map<String, Recurrence> periods,
        Map<String, Phase> phases,
        Map<String, Zone> zones,
        Map<String, Zone.Member> places,
        Map<String, Table> tables,
        Map<String, ItemGroup> items,
        Map<String, Form> forms,
        Map<String, Count> counts,
        Map<String, Versions<Limit>> limits,
        Map<String, Versions<Duty>> duties,
        Map<String, Versions<Quota>> quotas,
        Map<String, Requirement> requirements,
        Map<String, Procedure> procedures,
        Map<String, Commission> bodies,
        Map<String, Exemption> exemptions,
        Map<String, String> visibility,
        List<String> acts,
        Optional<String> holidaysForm,
        Exit exit,
        Profile profile,
        Place place,
        String digest) {

    /** Who keeps the text and receives what states do about it. */
    public static final String DEPOSITARY = "depositary";

    /** A text the provisions cite. */
    public record SourceText(
            String key, String title, Optional<String> date, Optional<String> read) {}

    /**
     * A date the agreement names.
     *
     * @param unverified whether it was read only second-hand or recalled; pages show it
     */
    public record NamedDate(
            String name, DateExpression date, Text title, boolean unverified, Place place) {}

    /** A named period that comes once. */
    public record Phase(
            String name, DateExpression from, DateExpression until, Text title, Place place) {}

    /** What can be taken out of a provision for a time, and by whom. */
    public record Exemption(
            Provision provision, String by, String from, boolean temporary, boolean reason) {}

    /** Every provision by its path, in its first version. */
    public Map<String, Provision> provisions() {
        Map<String, Provision> all = new TreeMap<>();
        counts.forEach((id, count) -> all.put("counts." + id, count.provision()));
        limits.forEach((id, limit) -> all.put("limits." + id, limit.first().provision()));
        duties.forEach((id, duty) -> all.put("duties." + id, duty.first().provision()));
        quotas.forEach((id, quota) -> all.put("quotas." + id, quota.first().provision()));
        requirements.forEach((id, rule) -> all.put("requirements." + id, rule.provision()));
        procedures.forEach((id, procedure) -> all.put("procedures." + id, procedure.provision()));
        bodies.forEach((id, body) -> all.put("bodies." + id, body.provision()));
        exemptions.forEach((id, exemption) -> all.put("exemptions." + id, exemption.provision()));
        exit.extension().ifPresent(rule -> all.put("exit.extension", rule.provision()));
        profile.joining().ifPresent(rule -> all.put("joining", rule.provision()));
        exit.withdrawal().ifPresent(rule -> all.put("exit.withdrawal", rule.provision()));
        return all;
    }

    public Optional<Provision> provision(String path) {
        return Optional.ofNullable(provisions().get(path));
    }

    /** Whether it can speak as a party: where any state can join, any state. */
    public boolean isParty(String code) {
        return parties.contains(code) || profile.open() && Words.isState(code);
    }

    /** Whether it can be heard without being a party: a body, an observer, the depositary. */
    public boolean isHeard(String code) {
        return bodies.containsKey(code)
                || profile.observers().contains(code)
                || code.equals(DEPOSITARY);
    }

    /** The same with the parties that its record knows. */
    public Agreement withParties(List<String> known) {
        return with(List.copyOf(known), duties, procedures);
    }

    /** The same without duties and procedures: for questions that they have no part in. */
    public Agreement withoutDuties() {
        return with(parties, Map.of(), Map.of());
    }

    private Agreement with(
            List<String> otherParties,
            Map<String, Versions<Duty>> otherDuties,
            Map<String, Procedure> otherProcedures) {
        return new Agreement(
                id,
                title,
                kind,
                otherParties,
                groups,
                sets,
                authentic,
                zone,
                exercise,
                handling,
                notes,
                sources,
                dates,
                periods,
                phases,
                zones,
                places,
                tables,
                items,
                forms,
                counts,
                limits,
                otherDuties,
                quotas,
                requirements,
                otherProcedures,
                bodies,
                exemptions,
                visibility,
                acts,
                holidaysForm,
                exit,
                profile,
                place,
                digest);
    }

    /** Refuses a code that is neither a party nor a group, with a suggestion. */
    public String party(String code, Place at) {
        if (!isParty(code) && !groups.containsKey(code)) {
            throw new ParleyException(
                    Code.UNKNOWN_PARTY,
                    at,
                    "\"" + code + "\" is not a party to " + id,
                    Nearest.hint(code, parties));
        }
        return code;
    }

    /** Whether it binds politically only: it is in effect, not in force. */
    public boolean isPolitical() {
        return kind.equals("political");
    }

    /** The members of a set or a group; {@code parties} are all. */
    public List<String> members(String set) {
        return set.equals("parties")
                ? parties
                : sets.getOrDefault(set, groups.getOrDefault(set, List.of()));
    }

    /** The other parties, seen from one. */
    public List<String> counterparts(String party) {
        return parties.stream().filter(other -> !other.equals(party)).toList();
    }

    /** Whether a zone lies in no other. */
    public boolean isOutermost(String zone) {
        Zone found = zones.get(zone);
        return found != null && found.within().isEmpty();
    }

    /** A count that is known to be declared. */
    public Count count(String id) {
        return declared(counts, id);
    }

    /** A count's number as it was declared: 985 of a count with one decimal is 98.5. */
    public String shown(String count, long value) {
        int decimals = Optional.ofNullable(counts.get(count)).map(Count::decimals).orElse(0);
        return BigDecimal.valueOf(value, decimals).toPlainString();
    }

    /** A limit that is known to be declared. */
    public Versions<Limit> limit(String id) {
        return declared(limits, id);
    }

    /** A quota that is known to be declared. */
    public Versions<Quota> quota(String id) {
        return declared(quotas, id);
    }

    private static <T> T declared(Map<String, T> all, String id) {
        return Optional.ofNullable(all.get(id)).orElseThrow(() -> new IllegalStateException(id));
    }

    /** Whether a zone is another or lies inside it, over any number of steps. */
    public boolean isInside(String inner, String outer) {
        String at = inner;
        for (int depth = 0; depth <= zones.size(); depth++) {
            if (at.equals(outer)) {
                return true;
            }
            Zone zone = zones.get(at);
            if (zone == null || zone.within().isEmpty()) {
                return false;
            }
            at = zone.within().get();
        }
        return false;
    }
}
