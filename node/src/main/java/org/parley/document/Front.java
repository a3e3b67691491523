// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.parley.document.DateCandidate.Basis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What stands before a text: front matter between two lines of dashes, or one line {@code #META}.
 * Read line by line and never refused: half of the front matter in the world is no proper YAML.
 */
final class Front {
    private static final String META = "#META";
    private static final int ENTRIES_MAX = 200;

    /**
     * @param value as it stands, without quotation marks
     * @param from where the value begins in the source
     */
    record Entry(String key, String value, int from, int to) {}

    private final String raw;
    private final List<Entry> entries = new ArrayList<>();
    private int end;
    private boolean meta;

    private Front(String raw) {
        this.raw = raw;
    }

    static Front read(String raw) {
        Front front = new Front(raw);
        int at = 0;
        while (at < raw.length() && Fold.isSpace(raw.charAt(at))) {
            at++;
        }
        if (raw.startsWith(META, at)) {
            front.meta = true;
            front.end = front.lineEnd(at);
            front.metaLine(at + META.length(), front.end);
        } else if (raw.substring(at, front.lineEnd(at)).strip().equals("---")) {
            front.matter(at);
        }
        return front;
    }

    /** Where the text begins. */
    int end() {
        return end;
    }

    boolean isEmpty() {
        return end == 0;
    }

    boolean isMetaLine() {
        return meta;
    }

    List<Entry> entries() {
        return entries;
    }

    private int lineEnd(int at) {
        int found = raw.indexOf('\n', at);
        return found < 0 ? raw.length() : found;
    }

    private void metaLine(int from, int to) {
        int at = from;
        while (at < to) {
            int bar = raw.indexOf(" | ", at);
            while (bar >= 0 && bar < to && !isKey(bar + 3, to)) {
                bar = raw.indexOf(" | ", bar + 3);
            }
            int stop = bar < 0 || bar > to ? to : bar;
            int colon = raw.indexOf(':', at);
            if (colon > 0 && colon < stop) {
                entry(raw.substring(at, colon).strip(), colon + 1, stop);
            }
            at = stop + 3;
        }
    }

    private boolean isKey(int at, int to) {
        int i = at;
        while (i < to && raw.charAt(i) >= 'a' && raw.charAt(i) <= 'z') {
            i++;
        }
        return i > at && i < to && raw.charAt(i) == ':';
    }

    private void matter(int open) {
        int at = lineEnd(open) + 1;
        List<Entry> found = new ArrayList<>();
        while (at < raw.length() && found.size() < ENTRIES_MAX) {
            int stop = lineEnd(at);
            String line = raw.substring(at, stop).stripTrailing();
            if (line.equals("---") || line.equals("...")) {
                entries.addAll(found);
                end = Math.min(stop + 1, raw.length());
                return;
            }
            int colon = line.indexOf(':');
            if (colon > 0 && !Fold.isSpace(line.charAt(0)) && line.charAt(0) != '-') {
                int valueFrom = at + colon + 1;
                int valueTo = stop;
                String value = line.substring(colon + 1).strip();
                if (value.isEmpty() || value.equals("|") || value.equals(">")) {
                    valueFrom = stop;
                    while (stop + 1 < raw.length() && isInner(stop + 1)) {
                        stop = lineEnd(stop + 1);
                    }
                    valueTo = stop;
                }
                found.add(trimmed(line.substring(0, colon).strip(), valueFrom, valueTo));
            } else if (!line.isBlank() && line.charAt(0) != '#' && !Fold.isSpace(line.charAt(0))) {
                return;
            }
            at = stop + 1;
        }
    }

    private boolean isInner(int at) {
        char c = raw.charAt(at);
        return c == ' ' || c == '\t' || c == '-' && raw.startsWith("- ", at);
    }

    private void entry(String key, int from, int to) {
        entries.add(trimmed(key, from, to));
    }

    private Entry trimmed(String key, int from, int to) {
        int a = from;
        int b = to;
        while (a < b && Fold.isSpace(raw.charAt(a))) {
            a++;
        }
        while (b > a && Fold.isSpace(raw.charAt(b - 1))) {
            b--;
        }
        if (b - a >= 2
                && (raw.charAt(a) == '"' || raw.charAt(a) == '\'')
                && raw.charAt(b - 1) == raw.charAt(a)) {
            a++;
            b--;
        }
        return new Entry(key.toLowerCase(Locale.ROOT), raw.substring(a, b), a, b);
    }

    /** Collects what is said about a document; the first to speak is heard. */
    static final class Collected {
        private final Map<String, String> known = new LinkedHashMap<>();
        private final Map<String, String> other = new LinkedHashMap<>();
        private final List<DateCandidate> dates = new ArrayList<>();

        void take(String key, String value) {
            if (!value.isBlank()) {
                known.putIfAbsent(key, value.strip());
            }
        }

        void other(String key, String value) {
            other.putIfAbsent(key, value);
        }

        void date(DateCandidate candidate) {
            for (DateCandidate there : dates) {
                if (there.edtf().equals(candidate.edtf()) && there.basis() == candidate.basis()) {
                    return;
                }
            }
            dates.add(candidate);
        }

        Optional<String> known(String key) {
            return Optional.ofNullable(known.get(key));
        }

        Metadata build() {
            dates.sort((a, b) -> a.basis().compareTo(b.basis()));
            return new Metadata(
                    known("title"), known("author"), known("outlet"), known("url"), dates, other);
        }
    }

    void collect(Collected into, boolean beijing) {
        String saved = "";
        for (Entry entry : entries) {
            if (basis(entry.key).filter(b -> b == Basis.SAVED).isPresent()) {
                saved = entry.value;
            }
        }
        for (Entry entry : entries) {
            Optional<Basis> basis = basis(entry.key);
            String known = known(entry.key);
            if (basis.isPresent()) {
                date(into, entry, entry.value.equals(saved) ? Basis.SAVED : basis.get(), beijing);
            } else if (!known.isEmpty()) {
                into.take(known, meta ? withoutRemark(entry.value) : entry.value);
            } else {
                into.other(entry.key, entry.value);
            }
        }
    }

    /**
     * {@code A title (shuffled by the copying site)}: what is in brackets at the end is a remark.
     */
    private static String withoutRemark(String value) {
        int open = value.lastIndexOf(" (");
        return open > 0 && value.endsWith(")") ? value.substring(0, open).strip() : value;
    }

    private void date(Collected into, Entry entry, Basis basis, boolean beijing) {
        List<Dates.Found> found = Dates.in(entry.value, beijing);
        if (found.isEmpty()) {
            return;
        }
        boolean whole =
                found.getFirst().from() == 0 && found.getFirst().to() == entry.value.length();
        Basis sure = meta && !whole ? Basis.SAVED : basis;
        boolean remark = found.getFirst().from() > 0;
        Dates.Found day = remark ? found.getLast() : found.getFirst();
        into.date(
                new DateCandidate(
                        day.edtf(),
                        sure,
                        entry.value.substring(day.from(), day.to()),
                        entry.from + day.from(),
                        entry.from + day.to()));
    }

    private static Optional<Basis> basis(String key) {
        return switch (key.replace("-", "_")) {
            case "date",
                    "published",
                    "date_published",
                    "pubdate",
                    "publish_date",
                    "published_at",
                    "datepublished",
                    "published_time",
                    "日期",
                    "发布时间",
                    "發佈日期" ->
                    Optional.of(Basis.STATED);
            case "date_saved",
                    "saved",
                    "fetched",
                    "date_fetched",
                    "retrieved",
                    "accessed",
                    "access_date",
                    "created",
                    "modified",
                    "updated",
                    "archived",
                    "captured",
                    "clipped",
                    "更新时间" ->
                    Optional.of(Basis.SAVED);
            default -> Optional.empty();
        };
    }

    private static String known(String key) {
        return switch (key) {
            case "title", "标题", "標題" -> "title";
            case "author", "authors", "byline", "作者" -> "author";
            case "outlet", "site", "site_name", "publisher", "publication", "媒体", "媒體" -> "outlet";
            case "url", "link", "source", "original", "original_url", "source_url", "来源" -> "url";
            default -> "";
        };
    }
}
