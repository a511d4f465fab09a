/*
 * The editor of rich text in the back office. Without it the field is a plain one that takes HTML; with it people see what they write. What is sent is the same
 * HTML in the same field, and the server cleans it whatever was sent.
 *
 * While a syllable is being composed (Telex, VNI), nothing here touches the text: ProseMirror leaves composition to the browser, and none of the plugins below
 * changes the text by itself.
 */
import { baseKeymap, chainCommands, exitCode, toggleMark } from "prosemirror-commands";
import { dropCursor } from "prosemirror-dropcursor";
import { gapCursor } from "prosemirror-gapcursor";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { EditorState, NodeSelection, TextSelection } from "prosemirror-state";
import { goToNextCell, tableEditing } from "prosemirror-tables";
import { EditorView } from "prosemirror-view";
import { ask, element, field } from "./dialog.js";
import { askClip, askFile, askPicture } from "./files.js";
import { hints } from "./hints.js";
import { askLink } from "./link.js";
import { cleaned } from "./paste.js";
import { read, schema, write } from "./schema.js";
import { toolbar } from "./toolbar.js";

const { nodes, marks } = schema;

function lineBreak(state, dispatch) {
    dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
    return true;
}

const level = (number) => (state, dispatch, view) => {
    const button = view && document.getElementById(view.dom.id + "-heading" + number);
    button?.click();
    return Boolean(button);
};

function keys(editor) {
    return keymap({
        "Mod-z": undo,
        "Mod-y": redo,
        "Mod-Shift-z": redo,
        "Mod-b": toggleMark(marks.strong),
        "Mod-i": toggleMark(marks.em),
        "Mod-k": () => (editor.ask.link(), true),
        "Mod-Alt-2": level(2),
        "Mod-Alt-3": level(3),
        "Alt-F10": () => (editor.toolbar.focus(), true),
        Enter: chainCommands(openSelected(editor), splitListItem(nodes.list_item)),
        "Shift-Enter": chainCommands(exitCode, lineBreak),
        "Mod-]": sinkListItem(nodes.list_item),
        "Mod-[": liftListItem(nodes.list_item),
        Tab: goToNextCell(1),
        "Shift-Tab": goToNextCell(-1),
    });
}

const openSelected = (editor) => (state) => {
    const { selection } = state;
    const deed = selection instanceof NodeSelection && { figure: editor.ask.picture, clip: editor.ask.clip }[selection.node.type.name];
    if (!deed) {
        return false;
    }
    deed();
    return true;
};

/** The link at the cursor as a whole. */
function linkAround(state) {
    const { $from, from, to, empty } = state.selection;
    if (!empty) {
        const found = state.doc.rangeHasMark(from, to, marks.link);
        let href = "";
        state.doc.nodesBetween(from, to, (node) => {
            href = href || (marks.link.isInSet(node.marks)?.attrs.href ?? "");
        });
        return { from, to, text: state.doc.textBetween(from, to, " "), href, marked: found };
    }
    const mark = marks.link.isInSet($from.marks());
    if (!mark) {
        return { from, to, text: "", href: "", marked: false };
    }
    let start = from;
    let end = from;
    const parent = $from.parent;
    parent.forEach((child, offset) => {
        const at = $from.start() + offset;
        if (mark.isInSet(child.marks) && at <= from && at + child.nodeSize >= from) {
            start = at;
            end = at + child.nodeSize;
        }
    });
    return { from: start, to: end, text: state.doc.textBetween(start, end), href: mark.attrs.href, marked: true };
}

function asking(editor) {
    const { words } = editor;
    const dispatch = (tr) => editor.view.dispatch(tr.scrollIntoView());
    const selected = (type) => {
        const { selection } = editor.view.state;
        return selection instanceof NodeSelection && selection.node.type === type ? selection.node.attrs : null;
    };
    const put = (type) => (attrs) => dispatch(editor.view.state.tr.replaceSelectionWith(type.create(attrs)));
    const asked = {
        link: () => {
            const at = linkAround(editor.view.state);
            askLink(
                editor,
                at,
                (href, text) => {
                    const { tr } = editor.view.state;
                    if (text !== at.text || at.from === at.to) {
                        tr.replaceWith(at.from, at.to, schema.text(text));
                        at.to = at.from + text.length;
                    }
                    tr.removeMark(at.from, at.to, marks.link).addMark(at.from, at.to, marks.link.create({ href }));
                    dispatch(tr);
                },
                () => dispatch(editor.view.state.tr.removeMark(at.from, at.to, marks.link)),
            );
        },
        table: () => {
            const count = (value, max) => {
                const input = element("input", { type: "number", min: "1", max: String(max), inputmode: "numeric" });
                input.value = String(value);
                return input;
            };
            const rows = count(3, 100);
            const columns = count(3, 12);
            const caption = element("input", { type: "text", maxlength: "300", autocomplete: "off" });
            ask(editor, words["table.title"], [field(words["table.caption.label"], caption, words["table.caption.help"]), field(words["table.rows.label"], rows), field(words["table.columns.label"], columns)], () => {
                for (const [input, max] of [[rows, 100], [columns, 12]]) {
                    if (!(input.value >= 1 && input.value <= max)) {
                        return [words["table.size.error"].replace("{0}", String(max)), input];
                    }
                }
                if (!caption.value.trim()) {
                    return [words["table.caption.error"], caption];
                }
                const cells = (type) => Array.from({ length: Math.floor(columns.value) }, () => type.createAndFill());
                const table = nodes.table.create(
                    { caption: caption.value.trim() },
                    Array.from({ length: Math.floor(rows.value) }, (unused, row) => nodes.table_row.create(null, cells(row ? nodes.table_cell : nodes.table_header))),
                );
                const { tr } = editor.view.state;
                const at = tr.selection.from;
                tr.replaceSelectionWith(table);
                tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(at + 1, tr.doc.content.size))));
                dispatch(tr);
                return null;
            });
        },
        caption: () => {
            const { $from } = editor.view.state.selection;
            let depth = $from.depth;
            while (depth > 0 && $from.node(depth).type !== nodes.table) {
                depth--;
            }
            if (!depth) {
                return;
            }
            const at = $from.before(depth);
            const caption = element("input", { type: "text", maxlength: "300", autocomplete: "off" });
            caption.value = $from.node(depth).attrs.caption;
            ask(editor, words["table.caption.label"], [field(words["table.caption.label"], caption, words["table.caption.help"])], () => {
                if (!caption.value.trim()) {
                    return [words["table.caption.error"], caption];
                }
                dispatch(editor.view.state.tr.setNodeMarkup(at, null, { caption: caption.value.trim() }));
                return null;
            });
        },
    };
    if (editor.files) {
        asked.picture = () => askPicture(editor, selected(nodes.figure), put(nodes.figure));
        asked.clip = () => askClip(editor, selected(nodes.clip), put(nodes.clip));
        asked.file = () =>
            askFile(editor, ({ href, label }) => dispatch(editor.view.state.tr.replaceSelectionWith(schema.text(label, [marks.link.create({ href })]), false)));
    }
    return asked;
}

function begin(source) {
    const words = JSON.parse(source.dataset.words);
    const id = source.id;
    const label = document.querySelector(`label[for="${CSS.escape(id)}"]`);
    const holder = element("div", { class: "editor prose" });
    const notice = element("p", { class: "help editor-notice", role: "status" });
    const editor = {
        words,
        id,
        search: source.dataset.search,
        files: source.dataset.files,
        upload: source.dataset.upload,
        longest: Number(source.dataset.longest) || Infinity,
        say: (text) => (notice.textContent = text),
    };
    editor.ask = asking(editor);
    editor.toolbar = toolbar(editor, editor.ask);

    let written = source.value;
    let timer = 0;

    function tell() {
        clearTimeout(timer);
        const html = write(editor.view.state.doc);
        if (html !== written) {
            written = html;
            source.value = html;
            source.dispatchEvent(new Event("input", { bubbles: true }));
        }
    }

    // The text has the place of the field: links to what is wrong lead here.
    source.id = id + "-source";
    source.hidden = true;
    if (label) {
        label.id = label.id || id + "-label";
        label.addEventListener("click", () => editor.view.focus());
    }
    const attributes = {
        id,
        role: "textbox",
        "aria-multiline": "true",
        lang: "vi",
        spellcheck: "true",
        "aria-keyshortcuts": "Alt+F10",
    };
    if (label) {
        attributes["aria-labelledby"] = label.id;
    }
    for (const name of ["aria-describedby", "aria-invalid"]) {
        if (source.getAttribute(name)) {
            attributes[name] = source.getAttribute(name);
        }
    }
    const start = (html) =>
        EditorState.create({
            doc: read(html),
            plugins: [keys(editor), keymap(baseKeymap), history(), dropCursor({ color: false, class: "editor-drop" }), gapCursor(), tableEditing()],
        });
    source.before(editor.toolbar.bar, holder);
    source.after(notice);
    editor.view = new EditorView(holder, {
        state: start(source.value),
        attributes,
        dispatchTransaction(transaction) {
            const { state } = editor.view.state.applyTransaction(transaction);
            editor.view.updateState(state);
            if (transaction.docChanged) {
                clearTimeout(timer);
                timer = setTimeout(tell, 300);
            }
            if (!editor.view.composing) {
                editor.toolbar.update(state);
            }
        },
        transformPastedHTML(html) {
            const told = { pictures: 0, oldFont: "" };
            const clean = cleaned(html, told);
            const said = [];
            if (told.pictures) {
                said.push(words["paste.pictures.text"].replace("{0}", String(told.pictures)));
            }
            if (told.oldFont) {
                said.push(words["paste.oldFont.text"].replace("{0}", told.oldFont.slice(0, 80)));
            }
            editor.say(said.join(" "));
            return clean;
        },
        transformPastedText: (text) => text.normalize("NFC"),
        handleDoubleClickOn: (view, pos, node) => {
            const deed = { figure: editor.ask.picture, clip: editor.ask.clip }[node.type.name];
            if (!deed) {
                return false;
            }
            view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)));
            deed();
            return true;
        },
        handleDOMEvents: {
            blur: () => (tell(), false),
            compositionend: () => (setTimeout(() => editor.toolbar.update(editor.view.state)), false),
            // A link is followed from the page, not from here.
            click: (view, event) => (event.target.closest("a") && event.preventDefault(), false),
        },
    });
    editor.toolbar.update(editor.view.state);
    source.form?.addEventListener("submit", tell, true);
    // A draft that was kept is put back: whoever does so writes the field and says so.
    source.addEventListener("portal:written", () => {
        written = source.value;
        editor.view.updateState(start(source.value));
        editor.toolbar.update(editor.view.state);
    });
    source.richText = {
        focus: () => editor.view.focus(),
        /** Selects the words, if they stand in one paragraph; true if they do. */
        select(words_) {
            let found = null;
            editor.view.state.doc.descendants((node, pos) => {
                if (!found && node.isTextblock) {
                    const at = node.textBetween(0, node.content.size, "\n", "\n").indexOf(words_);
                    if (at >= 0) {
                        found = { from: pos + 1 + at, to: pos + 1 + at + words_.length };
                    }
                }
                return !found;
            });
            if (found) {
                const { tr, doc } = editor.view.state;
                editor.view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(found.from), doc.resolve(found.to))).scrollIntoView());
                editor.view.focus();
            }
            return Boolean(found);
        },
        replace(words_) {
            const { state } = editor.view;
            editor.view.dispatch(state.tr.insertText(words_, state.selection.from, state.selection.to));
        },
        link(href) {
            const { from, to } = editor.view.state.selection;
            editor.view.dispatch(editor.view.state.tr.addMark(from, to, marks.link.create({ href })));
        },
        tell,
    };
    if (source.dataset.hints) {
        notice.after(hints(editor, source, source.richText));
    }
    if (document.activeElement === source || document.activeElement === document.body && source.getAttribute("aria-invalid") === "true") {
        editor.view.focus();
    }
    return editor;
}

function all() {
    document.querySelectorAll("textarea[data-rich-text]:not([hidden])").forEach(begin);
}

if (!window.minhbachEditor) {
    window.minhbachEditor = { begin };
    if (document.readyState === "loading") {
        document.addEventListener("DOMContentLoaded", all);
    } else {
        all();
    }
}
