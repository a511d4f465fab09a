/* What is worth a look, listed below the text when typing pauses; never in the text itself, and never while a syllable is being composed. */
import { element } from "./dialog.js";

const PAUSE = 1500;

export function hints(editor, source, rich) {
    const { words } = editor;
    const title = element("summary", {}, words["hints.title"]);
    const status = element("p", { class: "help", role: "status" });
    const list = element("ul", { class: "plain" });
    const box = element("details", { class: "fold editor-hints" }, title, status, list);
    const dismissed = new Set();
    let timer = 0;
    let asked = 0;
    let shown = "";

    const valueOf = (name) => source.form?.querySelector(`[name$=":${name}"]`)?.value;

    function button(label, press) {
        const made = element("button", { type: "button", class: "button quiet" }, label);
        made.addEventListener("click", press);
        return made;
    }

    function line(hint) {
        const key = hint.kind + hint.excerpt;
        const row = element("li", {}, element("p", {}, hint.text));
        const deeds = element("p", { class: "actions" });
        if (hint.excerpt) {
            deeds.append(button(words["hints.show.button"], () => rich.select(hint.excerpt)));
        }
        if (hint.excerpt && hint.instead) {
            deeds.append(
                button(words["hints.replace.button"].replace("{0}", hint.instead), () => {
                    if (rich.select(hint.excerpt)) {
                        rich.replace(hint.instead);
                        row.remove();
                    }
                }),
            );
        }
        if (hint.excerpt && hint.link) {
            deeds.append(
                button(words["hints.link.button"], () => {
                    if (rich.select(hint.excerpt)) {
                        rich.link(hint.link);
                        row.remove();
                    }
                }),
            );
        }
        deeds.append(
            button(words["hints.hide.button"], () => {
                dismissed.add(key);
                row.remove();
                title.focus();
            }),
        );
        row.append(deeds);
        return row;
    }

    async function ask() {
        if (editor.view.composing) {
            later();
            return;
        }
        const turn = ++asked;
        const body = JSON.stringify({ title: valueOf("title"), lead: valueOf("lead"), image: valueOf("image"), html: source.value });
        if (body === shown) {
            return;
        }
        try {
            const answer = await fetch(source.dataset.hints, { method: "POST", body, headers: { "Content-Type": "application/json", Accept: "application/json" } });
            if (!answer.ok) {
                return;
            }
            const found = (await answer.json()).hints.filter((hint) => !dismissed.has(hint.kind + hint.excerpt));
            // Whoever is about to press something here is not to press something else.
            if (turn === asked && !list.contains(document.activeElement)) {
                shown = body;
                list.replaceChildren(...found.map(line));
                status.textContent = found.length ? words["hints.count.text"].replace("{0}", String(found.length)) : words["hints.none.text"];
                title.textContent = words["hints.title"] + (found.length ? " (" + found.length + ")" : "");
            }
        } catch {
            // Without hints one writes as well.
        }
    }

    function later() {
        clearTimeout(timer);
        timer = setTimeout(ask, PAUSE);
    }

    source.form?.addEventListener("input", later);
    later();
    return box;
}
