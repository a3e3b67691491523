// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.record.DepositaryImport.Copy;
import org.parley.record.DepositaryImport.Differs;
import org.parley.record.DepositaryImport.Found;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The file of a record that an import of a depositary's export writes. */
record DepositaryText(Copy copy, String publisher) {

    /** The whole file; empty if the record, whose refs these are, has all of it. */
    String of(List<Found> added, List<Differs> differing, List<Found> all, Set<String> refs) {
        StringBuilder text = new StringBuilder();
        for (Found one : added) {
            text.append(entry(DepositaryImport.ref(one), "act", one.party()))
                    .append(", act: " + one.act() + ", notified: " + one.day())
                    // The depositary's notice has a day of its own, which exports do not give.
                    .append(", published: " + one.day() + ", published-basis: assumed")
                    .append(one.depositary().isEmpty() ? "" : note("at: " + one.depositary()))
                    .append(source());
        }
        for (Differs one : differing) {
            if (!refs.contains(DepositaryImport.ref(one))) {
                text.append(entry(DepositaryImport.ref(one), "message", "depositary"))
                        .append(", published: " + copy.day())
                        .append(words(differs(one), differsInChinese(one)))
                        .append(source());
            }
        }
        String copyRef = DepositaryImport.copyRef(copy.day());
        boolean reaches = refs.stream().anyMatch(ref -> reachesAsFar(ref, copyRef));
        if (text.isEmpty() && reaches) {
            return "";
        }
        String days = latest(all).map(LocalDate::toString).orElse("none");
        StringBuilder reach = new StringBuilder();
        if (!refs.contains(copyRef)) {
            reach.append(entry(copyRef, "message", "depositary"))
                    .append(", published: " + copy.day())
                    .append(
                            words(
                                    "Membership was brought up to date from a copy of "
                                            + copy.day()
                                            + " ("
                                            + publisher
                                            + "); its latest act is of "
                                            + days
                                            + ".",
                                    "缔约方名单已按"
                                            + copy.day()
                                            + "的副本（"
                                            + publisher
                                            + "）更新；其中最近一项条约行动为"
                                            + days
                                            + "。"))
                    .append(source());
        }
        return "# Imported from a depositary's export. Acts that the record lacked; where a date\n"
                + "# differs, a message says both.\n"
                + "statements:\n"
                + reach
                + text;
    }

    private static boolean reachesAsFar(String ref, String copyRef) {
        String kind = copyRef.substring(0, copyRef.lastIndexOf('/') + 1);
        return ref.startsWith(kind) && ref.compareTo(copyRef) >= 0;
    }

    private static Optional<LocalDate> latest(List<Found> all) {
        return all.stream().map(Found::day).max(LocalDate::compareTo);
    }

    private String differs(Differs one) {
        return "The depositary's export of "
                + copy.day()
                + " has: "
                + said(one.found().party(), one.found().act(), one.found().day().toString())
                + "; this record has: "
                + said(one.found().party(), one.act(), one.date())
                + ". Both stand; nothing was replaced.";
    }

    private String differsInChinese(Differs one) {
        return "保管人"
                + copy.day()
                + "的导出数据为："
                + said(one.found().party(), one.found().act(), one.found().day().toString())
                + "；本记录为："
                + said(one.found().party(), one.act(), one.date())
                + "。两者并存，未作替换。";
    }

    private static String said(String party, String act, String date) {
        return party + " " + act + " " + date;
    }

    private static String entry(String ref, String kind, String by) {
        return "- {ref: "
                + YamlText.quoted(ref)
                + ", kind: "
                + kind
                + ", by: "
                + YamlText.quoted(by);
    }

    private static String note(String text) {
        return ", note: " + YamlText.quoted(text);
    }

    private static String words(String english, String chinese) {
        return ", text: {en: "
                + YamlText.quoted(english)
                + ", zh: "
                + YamlText.quoted(chinese)
                + "}";
    }

    private String source() {
        return ", source: {primary: "
                + YamlText.quoted(publisher)
                + ", read: "
                + YamlText.quoted(String.valueOf(copy.file().getFileName()))
                + ", date: "
                + copy.day()
                + "}}\n";
    }
}
