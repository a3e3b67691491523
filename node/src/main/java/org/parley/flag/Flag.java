// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import org.parley.Text;
import org.parley.standing.DutyStanding;
import org.parley.standing.QuotaStanding;

import java.util.List;

/**
 * Something the engine noticed. Never a finding: that is for parties.
 *
 * @param code of the detector, also its page: {@code docs/flags/<code>.md}
 * @param party whom it concerns
 * @param about what it concerns: a provision's path, an item, a date
 * @param statements the refs of the statements it rests on
 */
public record Flag(String code, String party, String about, Text text, List<String> statements) {
    public Flag {
        statements = List.copyOf(statements);
    }

    /** About a duty that is or was due: the sentence ends as told. */
    static Flag of(
            String code, DutyStanding duty, String english, String chinese, List<String> refs) {
        String about = duty.duty().provision().path();
        return new Flag(
                code,
                duty.party(),
                about,
                Text.of(
                        duty.party() + ": " + duty.id() + " due " + duty.due() + ", " + english,
                        duty.party() + "：" + duty.id() + " 应于 " + duty.due() + " 前送达，" + chinese),
                refs);
    }

    /** About a quota and its use. */
    static Flag of(String code, QuotaStanding quota, String english, String chinese) {
        String id = quota.quota().id();
        return new Flag(
                code,
                quota.party(),
                quota.quota().provision().path(),
                Text.of(
                        quota.party() + ": " + id + " " + english,
                        quota.party() + "：" + id + " " + chinese),
                quota.statements());
    }
}
