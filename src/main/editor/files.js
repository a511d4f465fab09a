/* Pictures, files and clips: chosen from those that the portal keeps, or sent to it now. */
import { ask, element, field } from "./dialog.js";
import { FOCUS, ownFile } from "./schema.js";

/**
 * The part of a dialog in which a file is chosen.
 *
 * @param kind image, clip or file
 * @param chosen is told the file: {path, name, label, alt, credit, caption, width, height, mediaType}
 */
function chooser(editor, kind, chosen) {
    const { words } = editor;
    const status = element("p", { class: "help", role: "status" });
    const list = element("ul", { class: "plain editor-files", "aria-label": words["files.found.label"] });
    const search = element("input", { type: "search", maxlength: "100", autocomplete: "off" });
    const upload = element("input", { type: "file", accept: { image: "image/*", clip: "video/*,audio/*", file: false }[kind] });
    // What was asked before the last time is told too late, whether it has come to an end or failed.
    let asked = 0;
    let sent = 0;

    function pick(file) {
        sent++;
        upload.removeAttribute("aria-busy");
        list.querySelectorAll("button").forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.path === file.path)));
        status.textContent = words["files.chosen.text"].replace("{0}", file.name) + (file.remarks?.length ? " " + file.remarks.join(" ") : "");
        chosen(file);
    }

    async function find() {
        const turn = ++asked;
        try {
            const answer = await fetch(editor.files + "?" + new URLSearchParams({ loc: search.value, loai: kind }), { headers: { Accept: "application/json" } });
            const found = await answer.json();
            if (turn !== asked) {
                return;
            }
            list.replaceChildren(
                ...found.items.map((file) => {
                    const button = element("button", { type: "button", class: "button quiet", "aria-pressed": "false", "data-path": file.path });
                    if (kind === "image") {
                        button.append(element("img", { src: file.small || file.path, alt: "", loading: "lazy" }));
                    }
                    button.append(element("span", {}, file.name));
                    button.addEventListener("click", () => pick(file));
                    return element("li", {}, button);
                }),
            );
            if (!found.items.length) {
                list.append(element("li", { class: "help" }, words["files.none.text"]));
            }
        } catch {
            if (turn === asked) {
                status.textContent = words["files.away.error"];
            }
        }
    }

    let timer = 0;
    search.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(find, 250);
    });
    upload.addEventListener("change", async () => {
        const file = upload.files[0];
        if (!file) {
            return;
        }
        const turn = ++sent;
        upload.removeAttribute("aria-busy");
        if (file.size > editor.longest) {
            status.textContent = words["files.long.error"].replace("{0}", String(Math.floor(editor.longest / 1048576)));
            return;
        }
        status.textContent = words["files.sending.text"];
        upload.setAttribute("aria-busy", "true");
        try {
            const answer = await fetch(editor.upload + "?" + new URLSearchParams({ ten: file.name, loai: kind }), {
                method: "POST",
                body: file,
                headers: { "Content-Type": "application/octet-stream", Accept: "application/json" },
            });
            const said = await answer.json();
            if (turn !== sent) {
                return;
            }
            if (said.path) {
                pick(said);
            } else {
                status.textContent = said.error || words["files.away.error"];
            }
        } catch {
            if (turn === sent) {
                status.textContent = words["files.away.error"];
            }
        } finally {
            if (turn === sent) {
                upload.removeAttribute("aria-busy");
            }
        }
    });
    find();
    return [
        field(words["files.upload.label"], upload, words[kind === "image" ? "files.upload.image.help" : kind === "clip" ? "files.upload.clip.help" : "files.upload.file.help"]),
        field(words["files.search.label"], search),
        list,
        status,
    ];
}

const text = (value = "", maxlength = 1000) => {
    const input = element("input", { type: "text", maxlength: String(maxlength), autocomplete: "off" });
    input.value = value;
    return input;
};

function focusChoice(words, value) {
    const set = element("fieldset", { class: "editor-focus" }, element("legend", {}, words["picture.focus.label"]));
    for (const each of FOCUS) {
        const radio = element("input", { type: "radio", name: "editor-focus", value: each, checked: each === value });
        set.append(element("label", {}, radio, element("span", { class: "visually-hidden" }, words["picture.focus." + each + ".label"])));
    }
    return set;
}

export function askPicture(editor, known, insert) {
    const { words } = editor;
    let file = known ? { path: known.src, width: known.width, height: known.height } : null;
    const alt = text(known?.alt);
    const caption = text(known?.caption);
    const credit = text(known?.credit, 300);
    const focus = focusChoice(words, known?.focus ?? "center");
    const choose = chooser(editor, "image", (chosen) => {
        file = chosen;
        alt.value = alt.value || chosen.alt || "";
        caption.value = caption.value || chosen.caption || "";
        credit.value = credit.value || chosen.credit || "";
        const wanted = focus.querySelector(`[value="${chosen.focus || "center"}"]`);
        if (wanted) {
            wanted.checked = true;
        }
    });
    ask(
        editor,
        words[known ? "picture.change.title" : "picture.title"],
        [...choose, field(words["picture.alt.label"], alt, words["picture.alt.help"]), field(words["picture.caption.label"], caption), field(words["picture.credit.label"], credit, words["picture.credit.help"]), focus],
        () => {
            if (!file || !ownFile(file.path)) {
                return [words["picture.missing.error"], choose[0].querySelector("input")];
            }
            const said = alt.value.trim();
            if (!said) {
                return [words["picture.alt.error"], alt];
            }
            if (/^[^\s]+\.(jpe?g|png|webp|heic|gif)$/i.test(said)) {
                return [words["picture.alt.name.error"], alt];
            }
            insert({
                src: file.path,
                alt: said,
                caption: caption.value.trim(),
                credit: credit.value.trim(),
                width: file.width || 0,
                height: file.height || 0,
                focus: focus.querySelector(":checked")?.value ?? "center",
            });
            return null;
        },
    );
}

export function askClip(editor, known, insert) {
    const { words } = editor;
    let file = known ? { path: known.src, mediaType: known.kind + "/" } : null;
    const caption = text(known?.caption);
    const credit = text(known?.credit, 300);
    const choose = chooser(editor, "clip", (chosen) => {
        file = chosen;
        caption.value = caption.value || chosen.caption || "";
        credit.value = credit.value || chosen.credit || "";
    });
    ask(editor, words["clip.title"], [...choose, field(words["clip.caption.label"], caption, words["clip.caption.help"]), field(words["picture.credit.label"], credit)], () => {
        if (!file || !ownFile(file.path)) {
            return [words["clip.missing.error"], choose[0].querySelector("input")];
        }
        if (!caption.value.trim()) {
            return [words["clip.caption.error"], caption];
        }
        insert({ kind: file.mediaType.startsWith("audio/") ? "audio" : "video", src: file.path, caption: caption.value.trim(), credit: credit.value.trim() });
        return null;
    });
}

export function askFile(editor, insert) {
    const { words } = editor;
    let file = null;
    const label = text("", 300);
    const choose = chooser(editor, "file", (chosen) => {
        file = chosen;
        label.value = chosen.label;
    });
    ask(editor, words["file.title"], [...choose, field(words["file.label.label"], label, words["file.label.help"])], () => {
        if (!file || !ownFile(file.path)) {
            return [words["file.missing.error"], choose[0].querySelector("input")];
        }
        if (!label.value.trim()) {
            return [words["file.label.error"], label];
        }
        insert({ href: file.path, label: label.value.trim() });
        return null;
    });
}
