/* Questions of the editor, in the browser's own <dialog>: it keeps the focus, and Escape closes it. */

export function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (value === true) {
            made.setAttribute(key, "");
        } else if (value !== false && value !== null && value !== undefined) {
            made.setAttribute(key, value);
        }
    }
    made.append(...children);
    return made;
}

let made = 0;

/** A labelled field of a dialog. */
export function field(label, input, help = "") {
    const id = input.id || "editor-field-" + ++made;
    input.id = id;
    const parts = [element("label", { for: id }, label)];
    if (help) {
        parts.push(element("p", { class: "help", id: id + "-help" }, help));
        input.setAttribute("aria-describedby", id + "-help");
    }
    return element("div", { class: "field" }, ...parts, input);
}

/**
 * Asks, and gives the focus back to where it was.
 *
 * @param editor that asks
 * @param title of the dialog
 * @param parts its fields
 * @param check says what is wrong with what was typed, as [sentence, field]; or null, and then it is done
 * @param more further buttons: {label, press}
 */
export function ask(editor, title, parts, check, more = []) {
    const { words } = editor;
    const heading = element("h2", { id: "editor-dialog-" + ++made }, title);
    const problem = element("p", { class: "problem", role: "alert" });
    const done = element("button", { type: "submit", class: "button primary" }, words["dialog.done.button"]);
    const cancel = element("button", { type: "button", class: "button" }, words["dialog.cancel.button"]);
    const form = element(
        "form",
        { class: "fields", novalidate: true },
        heading,
        ...parts,
        problem,
        element("p", { class: "actions" }, done, cancel),
    );
    const dialog = element("dialog", { class: "confirm editor-dialog", "aria-labelledby": heading.id }, form);
    const before = document.activeElement;
    for (const { label, press } of more) {
        const button = element("button", { type: "button", class: "button" }, label);
        button.addEventListener("click", () => {
            close();
            press();
        });
        done.parentNode.append(button);
    }
    // At once, not when the browser comes to tell of it: whoever types on must not lose a letter.
    function close() {
        dialog.close();
        dialog.remove();
        if (before && before !== editor.view.dom && before.isConnected && before.closest(".editor-bar")) {
            before.focus();
        } else {
            editor.view.focus();
        }
    }
    cancel.addEventListener("click", close);
    dialog.addEventListener("cancel", (event) => {
        // Who chooses no file after all cancels that, not this.
        if (event.target === dialog) {
            event.preventDefault();
            close();
        }
    });
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        event.stopPropagation();
        const wrong = check();
        form.querySelectorAll("[aria-invalid]").forEach((each) => each.removeAttribute("aria-invalid"));
        problem.textContent = wrong ? wrong[0] : "";
        if (wrong) {
            wrong[1].setAttribute("aria-invalid", "true");
            wrong[1].focus();
        } else {
            close();
            editor.view.focus();
        }
    });
    document.body.append(dialog);
    dialog.showModal();
    return { dialog, form, say: (text) => (problem.textContent = text) };
}
