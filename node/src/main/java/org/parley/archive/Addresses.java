// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.record.Folders;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A list of addresses: one a line, {@code #} begins a remark. */
public final class Addresses {
    /** The most addresses of a list. */
    public static final int ADDRESSES_MAX = 1_000;

    private static final Set<String> SCHEMES = Set.of("https", "http");

    private Addresses() {}

    /** Reads a list; the items are fetched only when their bytes are asked for. */
    public static List<Item> of(Path file, Fetcher fetcher) {
        List<Item> items = new ArrayList<>();
        int number = 0;
        for (String line : Folders.text(file).lines().toList()) {
            number++;
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            items.add(item(text, new Place(Folders.shown(file), number, 1), fetcher));
            if (items.size() > ADDRESSES_MAX) {
                throw new ParleyException(
                        Code.TOO_LARGE,
                        Place.of(Folders.shown(file)),
                        Text.of(
                                "more than " + ADDRESSES_MAX + " addresses",
                                "超过 " + ADDRESSES_MAX + " 个网址"),
                        Text.of("split the list", "请拆分清单"));
            }
        }
        return items;
    }

    /** Whether a name on a command line is an address and no file. */
    public static boolean isAddress(String name) {
        return SCHEMES.stream()
                .anyMatch(scheme ->
                        name.regionMatches(true, 0, scheme + "://", 0, scheme.length() + 3));
    }

    /**
     * One address; it is fetched only when its bytes are asked for.
     *
     * @throws ParleyException if it is none
     */
    public static Item item(String text, Place place, Fetcher fetcher) {
        URI address = parse(text, place);
        return new Item(address.toString(), () -> fetcher.fetch(address));
    }

    static URI parse(String text, Place place) {
        try {
            URI address = new URI(text);
            String scheme =
                    Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            if (SCHEMES.contains(scheme)
                    && address.getHost() != null
                    && address.getUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException _) {
            // said below
        }
        throw new ParleyException(
                Code.BAD_VALUE,
                place,
                Text.of(
                        "\"" + text + "\" is no address that can be fetched",
                        "“" + text + "”不是可抓取的网址"),
                Text.of(
                        "one address a line, https:// or http://, without a name or password in it",
                        "每行一个网址，以 https:// 或 http:// 开头，不含用户名和密码"));
    }
}
