/* Links: typed and checked, or found among the portal's own pages. */
import { typedHref } from "./address.js";
import { ask, element, field } from "./dialog.js";

/** @param known {href, text, marked} of the link or the selection at the cursor */
export function askLink(editor, known, set, remove) {
    const { words } = editor;
    const href = element("input", { type: "text", maxlength: "2000", autocomplete: "off", inputmode: "url" });
    const label = element("input", { type: "text", maxlength: "500", autocomplete: "off" });
    const list = element("ul", { class: "plain editor-pages", "aria-label": words["link.found.label"] });
    const status = element("p", { class: "help", role: "status" });
    href.value = known.href;
    label.value = known.text;
    let asked = 0;
    let timer = 0;

    async function find() {
        const turn = ++asked;
        const typed = href.value.trim();
        if (typed.length < 2 || typedHref(typed)) {
            list.replaceChildren();
            status.textContent = "";
            return;
        }
        try {
            const answer = await fetch(editor.search + "?" + new URLSearchParams({ q: typed, limit: "8" }));
            const found = await answer.json();
            if (turn !== asked) {
                return;
            }
            list.replaceChildren(
                ...found.items.map((page) => {
                    const url = new URL(page.url, location.href);
                    const button = element("button", { type: "button", class: "button quiet" }, page.title);
                    button.addEventListener("click", () => {
                        href.value = url.pathname + url.search;
                        label.value = label.value || page.title;
                        list.replaceChildren();
                        status.textContent = words["link.chosen.text"].replace("{0}", page.title);
                        label.focus();
                    });
                    return element("li", {}, button);
                }),
            );
            status.textContent = found.items.length ? words["link.found.text"] : words["link.none.text"];
        } catch {
            status.textContent = words["link.away.error"];
        }
    }

    href.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(find, 250);
    });
    const asking = ask(
        editor,
        words["link.title"],
        [field(words["link.href.label"], href, words["link.href.help"]), list, status, field(words["link.label.label"], label)],
        () => {
            const address = typedHref(href.value);
            if (!address) {
                return [words["link.href.error"], href];
            }
            const said = label.value.trim();
            if (!said) {
                return [words["link.label.error"], label];
            }
            if (/^(t[aạ]i đ[aâ]y|đ[aâ]y|b[aấ]m v[aà]o đ[aâ]y|xem th[eê]m|click here|here|more)$/iu.test(said)) {
                return [words["link.label.here.error"], label];
            }
            set(address, said);
            if (address.startsWith("/")) {
                check(address);
            }
            return null;
        },
        known.marked ? [{ label: words["link.remove.button"], press: remove }] : [],
    );

    /** An own page can be asked whether it is there. Others are not: the weekly look at all links does that. */
    async function check(address) {
        try {
            const answer = await fetch(address, { method: "HEAD", credentials: "omit" });
            if (answer.status === 404 || answer.status === 410) {
                editor.say(words["link.broken.text"].replace("{0}", address));
            }
        } catch {
            // Not known, so nothing is said.
        }
    }
    return asking;
}
