// SPDX-License-Identifier: Apache-2.0
// Asks the browser for a passkey: to log in, or to make one with the word of a link. The word
// stands behind the hash of the address and leaves this page only in the body of a request.
"use strict";

(() => {
    const button = document.getElementById("passkey");
    const told = document.getElementById("told");
    if (!button) {
        return;
    }
    button.hidden = false;
    if (!window.PublicKeyCredential) {
        button.disabled = true;
        told.textContent = button.dataset.unable;
        return;
    }
    const bytes = (text) =>
        Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
    const base64 = (buffer) =>
        btoa(String.fromCharCode(...new Uint8Array(buffer)))
            .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

    // Refusals come as one sentence in the page's language.
    const ask = async (path, fields) => {
        const answer = await fetch(path + "?lang=" + button.dataset.lang, {
            method: "POST",
            credentials: "same-origin",
            redirect: "error",
            body: new URLSearchParams(fields),
        });
        if (!answer.ok) {
            const refusal = new Error(await answer.text());
            refusal.name = "Refused";
            throw refusal;
        }
        return answer.json();
    };

    const login = async () => {
        const asked = await ask("/login/begin", {});
        const found = await navigator.credentials.get({
            publicKey: {
                challenge: bytes(asked.challenge),
                rpId: asked.host,
                timeout: asked.ms,
                userVerification: "required",
            },
        });
        return ask("/login/finish", {
            id: found.id,
            handle: base64(found.response.userHandle ?? new ArrayBuffer(0)),
            authenticator: base64(found.response.authenticatorData),
            client: base64(found.response.clientDataJSON),
            signature: base64(found.response.signature),
        });
    };

    const link = async () => {
        const token = location.hash.slice(1);
        const asked = await ask("/login/link/begin", { token });
        const made = await navigator.credentials.create({
            publicKey: {
                challenge: bytes(asked.challenge),
                rp: { id: asked.host, name: "Parley" },
                user: { id: bytes(asked.handle), name: asked.name, displayName: asked.name },
                pubKeyCredParams: asked.algorithms.map((alg) => ({ type: "public-key", alg })),
                timeout: asked.ms,
                attestation: "none",
                authenticatorSelection: {
                    residentKey: "required",
                    requireResidentKey: true,
                    userVerification: "required",
                },
            },
        });
        const done = await ask("/login/link/finish", {
            token,
            attestation: base64(made.response.attestationObject),
            client: base64(made.response.clientDataJSON),
        });
        history.replaceState(null, "", location.pathname + location.search);
        return done;
    };

    // The other language, with the same word.
    const other = document.querySelector("a.language");
    if (button.dataset.do === "link" && other) {
        other.hash = location.hash;
    }

    button.addEventListener("click", async () => {
        button.disabled = true;
        told.textContent = "";
        try {
            const done = await (button.dataset.do === "link" ? link() : login());
            location.assign(done.to);
        } catch (failure) {
            told.textContent =
                failure.name === "Refused" ? failure.message : button.dataset.failed;
            button.disabled = false;
        }
    });
})();
