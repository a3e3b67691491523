// SPDX-License-Identifier: Apache-2.0
// Keys for whoever reviews many claims. Without this file links, fields and buttons do the same.
"use strict";

(() => {
    const keyed = (key) => document.querySelector(`[data-key="${CSS.escape(key)}"]`);

    const go = (element) => {
        if (element instanceof HTMLDetailsElement) {
            element.open = !element.open;
            const first = element.querySelector("input:not([type=hidden]), select, button");
            (element.open && first ? first : element.querySelector("summary")).focus();
        } else if (element instanceof HTMLInputElement) {
            element.focus();
        } else {
            element.click();
        }
    };

    document.addEventListener("keydown", (event) => {
        const typing = event.target.closest("input:not([type=radio], [type=checkbox]), select, textarea");
        if (event.key === "Escape" && typing) {
            typing.blur();
            return;
        }
        if (typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) {
            return;
        }
        const element = keyed(event.key);
        if (element) {
            event.preventDefault();
            go(element);
        }
    });

    const chosen = document.querySelector(".reading [aria-current]");
    if (chosen && new URLSearchParams(location.search).has("claim")) {
        chosen.scrollIntoView({ block: "nearest" });
    }
})();
