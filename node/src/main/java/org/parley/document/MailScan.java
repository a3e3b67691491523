// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Event;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Goes through the parts of a mail as a stream and keeps what is text. A mail in a mail is one of
 * the things it carries: it has a day and a sender of its own.
 */
final class MailScan {
    private static final int DEPTH_MAX = 16;
    private static final int PARTS_MAX = 1_000;
    private static final int HEADER_LINES_MAX = 2_000;
    private static final int HEADER_BYTES_MAX = 256 * 1024;
    private static final int NAMED_MAX = 20;

    /** Any of these makes a header that of a mail. */
    private static final Set<String> OF_A_MAIL =
            Set.of("from", "subject", "date", "received", "mime-version", "message-id");

    private static final Set<String> SIGNATURES =
            Set.of(
                    "application/pgp-signature",
                    "application/pkcs7-signature",
                    "application/x-pkcs7-signature");

    private final MimeTokenStream stream;
    private final Deque<Group> groups = new ArrayDeque<>();
    private final Map<String, MailHeader> header = new HashMap<>();
    private final List<String> beside = new ArrayList<>();
    private Map<String, MailHeader> part = new HashMap<>();
    private int parts;
    private boolean cut;

    /** The texts that stand together, and how: {@code alternative} are the same text. */
    private record Group(String type, List<MailText> texts) {}

    private MailScan() {
        MimeConfig config =
                new MimeConfig.Builder()
                        .setMaxLineLen(-1)
                        .setMaxHeaderCount(HEADER_LINES_MAX)
                        .setMaxHeaderLen(HEADER_BYTES_MAX)
                        .build();
        stream = new MimeTokenStream(config, new Ends(), null);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        groups.push(new Group("mixed", new ArrayList<>()));
    }

    /** Notes where something ended before its end; everything else is read as far as it goes. */
    private final class Ends extends DecodeMonitor {
        @Override
        public boolean warn(String error, String dropped) {
            cut |=
                    error.startsWith(Event.MIME_BODY_PREMATURE_END.toString())
                            || error.startsWith(Event.HEADERS_PREMATURE_END.toString())
                            || error.startsWith("Unexpected end of");
            return false;
        }

        @Override
        public boolean isListening() {
            return true;
        }
    }

    static Mail scan(byte[] bytes) {
        MailScan scan = new MailScan();
        try {
            scan.read(new ByteArrayInputStream(bytes, start(bytes), bytes.length));
        } catch (MimeException | IOException e) {
            throw EmlPlugin.tooMuch();
        }
        return scan.mail();
    }

    /** A mailbox file has a line before the header that is none of it. */
    private static int start(byte[] bytes) {
        int at = 0;
        if (Containers.starts(bytes, "From ")) {
            while (at < bytes.length && bytes[at] != '\n') {
                at++;
            }
            at = Math.min(at + 1, bytes.length);
        }
        return at;
    }

    private void read(InputStream in) throws MimeException, IOException {
        stream.parse(in);
        while (stream.getState() != EntityState.T_END_OF_STREAM) {
            take(stream.getState());
            stream.next();
        }
    }

    private void take(EntityState state) throws IOException {
        switch (state) {
            case T_START_HEADER -> part = new HashMap<>();
            case T_FIELD -> field(stream.getField());
            case T_START_MULTIPART -> {
                count();
                if (groups.size() > DEPTH_MAX) {
                    throw EmlPlugin.tooMuch();
                }
                String type = stream.getBodyDescriptor().getSubType().toLowerCase(Locale.ROOT);
                groups.push(new Group(type, new ArrayList<>()));
            }
            case T_BODY -> {
                count();
                body(stream.getBodyDescriptor());
            }
            case T_END_MULTIPART -> close();
            default -> {
                // what is between the parts
            }
        }
    }

    private void count() {
        if (++parts > PARTS_MAX) {
            throw EmlPlugin.tooMuch();
        }
    }

    private void field(Field field) {
        String name = field.getNameLowerCase();
        MailHeader value = new MailHeader(field.getRaw().toByteArray());
        part.putIfAbsent(name, value);
        // Before the first part there is but the header of the mail itself.
        if (parts == 0) {
            header.putIfAbsent(name, value);
        }
    }

    private void body(BodyDescriptor about) throws IOException {
        String type = about.getMimeType().toLowerCase(Locale.ROOT);
        boolean attached =
                Optional.ofNullable(part.get("content-disposition"))
                        .filter(how -> how.first().equals("attachment"))
                        .isPresent();
        Optional<MailText> text = Optional.empty();
        if (!attached && (type.equals("text/plain") || type.equals("text/html"))) {
            text = text(about, type.equals("text/html"));
        }
        if (text.isPresent()) {
            group().texts().add(text.get());
        } else if (!isPartOfThePage(type, attached)) {
            name(type);
        }
    }

    private Optional<MailText> text(BodyDescriptor about, boolean html) throws IOException {
        byte[] bytes;
        try (InputStream in = stream.getDecodedInputStream()) {
            // No coding makes more of what was at most 16 MiB.
            bytes = in.readAllBytes();
        }
        String said = Optional.ofNullable(about.getCharset()).orElse("");
        String text = Charsets.decode(bytes, said);
        if (!Charsets.isWriting(text)) {
            return Optional.empty();
        }
        Optional<MailHeader> type = Optional.ofNullable(part.get("content-type"));
        boolean flowed = type.map(t -> t.parameter("format").equals("flowed")).orElse(false);
        boolean joined = type.map(t -> t.parameter("delsp").equals("yes")).orElse(false);
        boolean forwards = words("subject").filter(Mail::forwards).isPresent();
        return Optional.of(
                html
                        ? MailText.html(text, forwards)
                        : MailText.plain(text, flowed, joined, forwards));
    }

    /** Pictures that the text shows, and signatures: nobody misses them in the text. */
    private boolean isPartOfThePage(String type, boolean attached) {
        return SIGNATURES.contains(type)
                || !attached && type.startsWith("image/") && part.containsKey("content-id");
    }

    private void name(String type) {
        String name =
                Optional.ofNullable(part.get("content-disposition"))
                        .map(how -> how.parameter("filename"))
                        .filter(found -> !found.isBlank())
                        .or(() ->
                                Optional.ofNullable(part.get("content-type"))
                                        .map(what -> what.parameter("name"))
                                        .filter(found -> !found.isBlank()))
                        .orElse(type);
        if (beside.size() < NAMED_MAX) {
            beside.add(name);
        } else if (beside.size() == NAMED_MAX) {
            beside.add("…");
        }
    }

    private Group group() {
        return Optional.ofNullable(groups.peek()).orElseThrow();
    }

    private void close() {
        Group done = groups.pop();
        List<MailText> texts = done.texts();
        if (done.type().equals("alternative")) {
            MailText.best(texts).ifPresent(group().texts()::add);
        } else {
            group().texts().addAll(texts);
        }
    }

    private Mail mail() {
        while (groups.size() > 1) {
            close();
        }
        StringBuilder html = new StringBuilder();
        group().texts().forEach(text -> html.append(text.html()).append('\n'));
        return new Mail(
                header.keySet().stream().anyMatch(OF_A_MAIL::contains),
                cut,
                words("subject"),
                words("from"),
                Optional.ofNullable(header.get("date")).flatMap(MailHeader::date),
                html.toString(),
                beside);
    }

    private Optional<String> words(String name) {
        return Optional.ofNullable(header.get(name))
                .map(MailHeader::words)
                .filter(words -> !words.isBlank());
    }
}
