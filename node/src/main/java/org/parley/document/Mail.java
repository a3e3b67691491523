// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail as far as it is read.
 *
 * @param isMail whether it has the header of one
 * @param isCut whether it ends before its end
 * @param from the sender as the mail names him
 * @param date when it was sent, by the sender's clock and in his zone
 * @param html the text
 * @param beside names of what it carries and what is not read
 */
record Mail(
        boolean isMail,
        boolean isCut,
        Optional<String> subject,
        Optional<String> from,
        Optional<OffsetDateTime> date,
        String html,
        List<String> beside) {

    /** What mail programs put before a mail that is sent on. */
    static final Pattern FORWARDED =
            Pattern.compile(
                    "-{2,} ?(?:Forwarded (?:message|by)|转发的?邮件|轉寄的?郵件)"
                            + "|Begin forwarded message|开始转发的?邮件",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern SENT_ON =
            Pattern.compile("(?:fwd?|转发|轉寄|轉發) ?[:：].*", Pattern.CASE_INSENSITIVE);

    Mail {
        beside = List.copyOf(beside);
    }

    /** Whether it hands on what was written before, in its text and not as a quotation. */
    boolean isForwarded() {
        return subject.filter(Mail::forwards).isPresent() || FORWARDED.matcher(html).find();
    }

    /** Whether a subject says so. */
    static boolean forwards(String subject) {
        return SENT_ON.matcher(subject).matches();
    }
}
