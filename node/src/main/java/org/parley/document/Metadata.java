// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the document says about itself.
 *
 * @param other keys that Parley has no use for, as they stand
 */
public record Metadata(
        Optional<String> title,
        Optional<String> author,
        Optional<String> outlet,
        Optional<String> url,
        List<DateCandidate> dates,
        Map<String, String> other) {

    public Metadata {
        dates = List.copyOf(dates);
        other = Map.copyOf(other);
    }

    /** Names of what came with it and was not read: attachments of a mail. */
    public Optional<String> unread() {
        return Optional.ofNullable(other.get(MetaTags.UNREAD));
    }
}
