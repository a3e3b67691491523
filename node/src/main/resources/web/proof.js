// SPDX-License-Identifier: Apache-2.0
// Makes the checks of a proof page again, from the texts that the page shows and nothing else.
// Formats: c2sp.org/signed-note, tlog-checkpoint, tlog-cosignature; RFC 6962 and 9162 for the tree.
"use strict";

(() => {
    const checks = document.getElementById("checks");
    const utf8 = new TextEncoder();
    const shown = (id) => document.getElementById(id)?.textContent;
    const fromBase64 = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    const join = (...parts) => {
        const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
        let at = 0;
        for (const part of parts) {
            all.set(part, at);
            at += part.length;
        }
        return all;
    };
    const sha256 = async (...parts) =>
        new Uint8Array(await crypto.subtle.digest("SHA-256", join(...parts)));
    const hex = (bytes) => [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
    const name = (bytes) => "sha256:" + hex(bytes);
    const same = (a, b) => hex(a) === hex(b);
    const expect = (holds, why) => {
        if (!holds) {
            throw new Error(why);
        }
    };

    class NotChecked extends Error {}

    // A note is a text, an empty line, and signature lines.
    const note = (id) => {
        const all = shown(id);
        if (all === undefined) {
            throw new NotChecked("");
        }
        const gap = all.lastIndexOf("\n\n");
        expect(gap > 0 && all.endsWith("\n"), "no signature lines");
        return { text: all.slice(0, gap + 1), lines: all.slice(gap + 2, -1).split("\n") };
    };
    const leafHash = () => {
        if (shown("statement") === undefined) {
            throw new NotChecked("");
        }
        return sha256([0], utf8.encode(shown("statement")));
    };
    const header = () => JSON.parse(note("statement").text.split("\n")[1]);

    // RFC 9162, section 2.1.3.2.
    const rootOf = async (leaf, index, size, path) => {
        expect(index < size, index + " >= " + size);
        let at = index;
        let last = size - 1n;
        let hash = leaf;
        for (const sibling of path) {
            expect(last > 0n, "too many hashes");
            if ((at & 1n) === 1n || at === last) {
                hash = await sha256([1], sibling, hash);
                while ((at & 1n) === 0n && at !== 0n) {
                    at >>= 1n;
                    last >>= 1n;
                }
            } else {
                hash = await sha256([1], hash, sibling);
            }
            at >>= 1n;
            last >>= 1n;
        }
        expect(last === 0n, "too few hashes");
        return hash;
    };

    const made = {
        id: async () => {
            const id = name(await sha256([0], utf8.encode(note("statement").text)));
            expect(id === shown("id"), id);
        },
        body: async () => {
            if (shown("body") === undefined) {
                throw new NotChecked("");
            }
            const hash = name(await sha256(utf8.encode(shown("body"))));
            expect(hash === header().body, hash);
        },
        leaf: async () => {
            const hash = name(await leafHash());
            expect(hash === shown("leaf"), hash);
        },
        origin: async () => {
            const origin = note("checkpoint").text.split("\n")[0];
            expect(origin === checks.dataset.origin, origin);
        },
        inclusion: async () => {
            const lines = note("checkpoint").text.split("\n");
            const path = [...document.querySelectorAll("#path code")].map((one) =>
                fromBase64(one.textContent));
            const root = await rootOf(
                await leafHash(), BigInt(shown("index")), BigInt(lines[1]), path);
            expect(same(root, fromBase64(lines[2])), name(root));
        },
    };

    const signature = async (row) => {
        const shownKey = row.querySelector(".key");
        if (!shownKey) {
            throw new NotChecked("");
        }
        const { text, lines } = note(row.dataset.of);
        const line = /^\u2014 (\S+) (\S+)$/.exec(lines[Number(row.dataset.line)] ?? "");
        expect(line, "no signature line");
        const key = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(shownKey.textContent);
        expect(key, "no key");
        const typed = fromBase64(key[3]);
        const id = (await sha256(utf8.encode(key[1] + "\n"), typed)).slice(0, 4);
        expect(hex(id) === key[2] && key[1] === line[1], "the key's hash or name");
        const signed = fromBase64(line[2]);
        expect(same(signed.slice(0, 4), id), "signed by another key");
        let message = utf8.encode(text);
        let bare = signed.slice(4);
        if (typed[0] === 4) {
            const time = new DataView(bare.buffer, bare.byteOffset).getBigUint64(0);
            message = utf8.encode("cosignature/v1\ntime " + time + "\n" + text);
            bare = bare.slice(8);
        } else {
            expect(typed[0] === 1, "suite " + typed[0]);
        }
        let imported;
        try {
            imported = await crypto.subtle.importKey(
                "raw", typed.slice(1), { name: "Ed25519" }, false, ["verify"]);
        } catch (failure) {
            if (failure.name === "NotSupportedError") {
                throw new NotChecked(checks.dataset.noed);
            }
            throw failure;
        }
        expect(await crypto.subtle.verify("Ed25519", imported, bare, message), "");
    };

    const tell = async (place, check) => {
        let result = "ok";
        let why = "";
        try {
            await check();
        } catch (failure) {
            result = failure instanceof NotChecked ? "open" : "failed";
            why = failure.message;
        }
        place.dataset.result = result;
        place.querySelector(".result").textContent = checks.dataset[result];
        place.querySelector(".why").textContent = why;
        return result;
    };

    const all = async () => {
        const count = { ok: 0, failed: 0, open: 0 };
        for (const place of checks.querySelectorAll("[data-check]")) {
            count[await tell(place, made[place.dataset.check])]++;
        }
        for (const row of document.querySelectorAll("tr[data-of]")) {
            count[await tell(row, () => signature(row))]++;
        }
        const verdict = document.getElementById("verdict");
        verdict.dataset.failed = count.failed;
        verdict.textContent = checks.dataset.sum
            .replace("{0}", count.ok)
            .replace("{1}", count.failed)
            .replace("{2}", count.open);
    };

    const again = document.getElementById("again");
    again.hidden = false;
    again.addEventListener("click", all);
    all();
})();
