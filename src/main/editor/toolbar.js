/* The bar above the text, after the ARIA pattern: one stop of the Tab key, arrows within it. */
import { lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { liftListItem, sinkListItem, wrapInList } from "prosemirror-schema-list";
import {
    addColumnAfter,
    addColumnBefore,
    addRowAfter,
    addRowBefore,
    deleteColumn,
    deleteRow,
    deleteTable,
    isInTable,
    mergeCells,
    splitCell,
    toggleHeader,
    toggleHeaderCell,
} from "prosemirror-tables";
import { element } from "./dialog.js";
import { icon } from "./icons.js";
import { schema } from "./schema.js";

const { nodes, marks } = schema;

function around(state, type, attrs = {}) {
    const { $from } = state.selection;
    for (let depth = $from.depth; depth > 0; depth--) {
        const node = $from.node(depth);
        if (node.type === type && Object.entries(attrs).every(([key, value]) => node.attrs[key] === value)) {
            return true;
        }
    }
    return false;
}

function marked(state, type) {
    const { from, to, empty, $from } = state.selection;
    return empty ? Boolean(type.isInSet(state.storedMarks || $from.marks())) : state.doc.rangeHasMark(from, to, type);
}

function block(type, attrs) {
    return {
        run: (state, dispatch) => (around(state, type, attrs) ? setBlockType(nodes.paragraph)(state, dispatch) : setBlockType(type, attrs)(state, dispatch)),
        active: (state) => around(state, type, attrs),
    };
}

function list(type, other) {
    return {
        run: (state, dispatch) => {
            if (around(state, type)) {
                return liftListItem(nodes.list_item)(state, dispatch);
            }
            if (around(state, other)) {
                // The list around the cursor becomes one of the other kind.
                const { $from } = state.selection;
                for (let depth = $from.depth; depth > 0; depth--) {
                    if ($from.node(depth).type === other) {
                        dispatch?.(state.tr.setNodeMarkup($from.before(depth), type));
                        return true;
                    }
                }
            }
            return wrapInList(type)(state, dispatch);
        },
        active: (state) => around(state, type),
    };
}

const mark = (type) => ({ run: toggleMark(type), active: (state) => marked(state, type) });

function clear(state, dispatch) {
    const { from, to, empty } = state.selection;
    if (empty) {
        return false;
    }
    const tr = state.tr;
    Object.values(marks).forEach((type) => type !== marks.link && tr.removeMark(from, to, type));
    dispatch?.(tr);
    return true;
}

/** Asks: what opens a dialog. Toggles: what is on or off at the cursor. */
export function deeds(ask) {
    const always = (run) => ({ run: (state, dispatch) => (dispatch ? (run(), true) : true), dialog: true });
    return [
        [
            ["heading2", block(nodes.heading, { level: 2 })],
            ["heading3", block(nodes.heading, { level: 3 })],
        ],
        [
            ["strong", mark(marks.strong)],
            ["em", mark(marks.em)],
            ["sup", mark(marks.sup)],
            ["sub", mark(marks.sub)],
            ["clear", { run: clear }],
        ],
        [
            ["bullet_list", list(nodes.bullet_list, nodes.ordered_list)],
            ["ordered_list", list(nodes.ordered_list, nodes.bullet_list)],
            ["indent", { run: sinkListItem(nodes.list_item) }],
            ["outdent", { run: liftListItem(nodes.list_item) }],
            [
                "blockquote",
                {
                    run: (state, dispatch) => (around(state, nodes.blockquote) ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch)),
                    active: (state) => around(state, nodes.blockquote),
                },
            ],
            ["horizontal_rule", { run: (state, dispatch) => (dispatch?.(state.tr.replaceSelectionWith(nodes.horizontal_rule.create()).scrollIntoView()), true) }],
        ],
        [
            ["link", { ...always(ask.link), active: (state) => marked(state, marks.link) }],
            ["table", always(ask.table)],
            ...(ask.picture ? [["picture", always(ask.picture)], ["file", always(ask.file)], ["clip", always(ask.clip)]] : []),
        ],
        [
            ["undo", { run: undo }],
            ["redo", { run: redo }],
        ],
    ];
}

const TABLE = [
    ["table.rowBefore", addRowBefore],
    ["table.rowAfter", addRowAfter],
    ["table.columnBefore", addColumnBefore],
    ["table.columnAfter", addColumnAfter],
    ["table.deleteRow", deleteRow],
    ["table.deleteColumn", deleteColumn],
    ["table.headerRow", toggleHeader("row")],
    ["table.headerColumn", toggleHeader("column")],
    ["table.headerCell", toggleHeaderCell],
    ["table.merge", mergeCells],
    ["table.split", splitCell],
    ["table.delete", deleteTable],
];

/** The bar, and what brings it up to date with the text. */
export function toolbar(editor, ask) {
    const { words } = editor;
    const buttons = [];
    const bar = element("div", { class: "editor-bar", role: "toolbar", "aria-label": words["toolbar.label"], "aria-controls": editor.id });
    const tableBar = element("div", { class: "editor-bar editor-table", role: "group", "aria-label": words["toolbar.table.label"], hidden: true });

    function add(into, name, deed, face) {
        const label = words["tool." + name + ".label"];
        const button = element("button", { type: "button", id: editor.id + "-" + name.replace(".", "-"), tabindex: "-1", title: label, "aria-label": face ? label : null });
        button.append(face ?? label);
        // The selection of the text stays where it is while the button is pressed.
        button.addEventListener("mousedown", (event) => event.preventDefault());
        button.addEventListener("click", () => {
            const { view } = editor;
            if (button.getAttribute("aria-disabled") === "true") {
                return;
            }
            deed.run(view.state, view.dispatch, view);
            if (!deed.dialog) {
                view.focus();
            }
        });
        into.append(button);
        buttons.push({ button, deed });
    }

    for (const group of deeds(ask)) {
        const box = element("div", { class: "editor-group" });
        group.forEach(([name, deed]) => add(box, name, deed, icon(name)));
        bar.append(box);
    }
    TABLE.forEach(([name, run]) => add(tableBar, name, { run }));
    add(tableBar, "table.caption", { run: (state, dispatch) => (dispatch ? (ask.caption(), true) : true), dialog: true });
    bar.append(tableBar);

    const usable = () => buttons.map((each) => each.button).filter((button) => !button.disabled && button.checkVisibility());

    function stop(button) {
        buttons.forEach((each) => (each.button.tabIndex = each.button === button ? 0 : -1));
    }

    bar.addEventListener("keydown", (event) => {
        const all = usable();
        const at = all.indexOf(document.activeElement);
        const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
        if (event.key === "Escape") {
            event.preventDefault();
            editor.view.focus();
        } else if (to !== undefined && at >= 0) {
            event.preventDefault();
            const next = all[(to + all.length) % all.length];
            stop(next);
            next.focus();
        }
    });
    bar.addEventListener("focusin", (event) => {
        const button = event.target.closest("button");
        if (button) {
            stop(button);
        }
    });

    function update(state) {
        tableBar.hidden = !isInTable(state);
        for (const { button, deed } of buttons) {
            const can = Boolean(deed.run(state, undefined));
            const on = Boolean(deed.active?.(state));
            if (deed.active) {
                button.setAttribute("aria-pressed", String(on));
            }
            button.disabled = !can && !on && document.activeElement !== button;
        }
        if (!buttons.some(({ button }) => button.tabIndex === 0 && !button.disabled && button.checkVisibility())) {
            const first = usable()[0] ?? buttons[0].button;
            stop(first);
        }
    }

    return { bar, update, focus: () => (usable().find((button) => button.tabIndex === 0) ?? usable()[0])?.focus() };
}
