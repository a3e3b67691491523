// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import io.javalin.http.Context;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Style sheet and scripts: a closed list out of the program's own file, nothing from disk. */
final class Assets {
    private static final String STYLE = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String WEBJARS = "META-INF/resources/";

    private record Asset(String resource, String type) {}

    private static final Map<String, Asset> KNOWN =
            Map.of(
                    "parley.css", new Asset("web/parley.css", STYLE),
                    "parley.js", new Asset("web/parley.js", SCRIPT),
                    "passkey.js", new Asset("web/passkey.js", SCRIPT),
                    "proof.js", new Asset("web/proof.js", SCRIPT),
                    "review.js", new Asset("web/review.js", SCRIPT),
                    "icon.svg", new Asset("web/icon.svg", "image/svg+xml"),
                    "htmx.js",
                            new Asset(WEBJARS + "webjars/htmx.org/2.0.10/dist/htmx.min.js", SCRIPT),
                    "echarts.js",
                            new Asset(
                                    WEBJARS + "_static/echarts/6.0.0/dist/echarts.min.js", SCRIPT));

    private final Map<String, byte[]> read = new ConcurrentHashMap<>();

    void serve(Context context) {
        String name = context.pathParam("name");
        Asset asset =
                Optional.ofNullable(KNOWN.get(name))
                        .orElseThrow(() ->
                                new ParleyException(
                                        Code.NOT_FOUND,
                                        Place.of("/web/" + Asked.shortened(name)),
                                        "there is no such file",
                                        ""));
        context.header("Cache-Control", "max-age=3600");
        context.contentType(asset.type());
        context.result(read.computeIfAbsent(asset.resource(), Assets::bytes));
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " was not packaged");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
