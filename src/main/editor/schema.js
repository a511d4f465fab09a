/* What a text may hold. It is what shared.Html lets through on the server, and nothing else. */
import { DOMParser, DOMSerializer, Schema } from "prosemirror-model";
import { tableNodes } from "prosemirror-tables";
import { safeHref } from "./address.js";

export const FOCUS = ["top-left", "top", "top-right", "left", "center", "right", "bottom-left", "bottom", "bottom-right"];

const tables = tableNodes({ tableGroup: "block", cellContent: "block+", cellAttributes: {} });

function focusOf(element) {
    const found = /(?:^|\s)focus-([a-z-]+)/.exec(element.className);
    return found && FOCUS.includes(found[1]) ? found[1] : "center";
}

function captionOf(figure) {
    const caption = figure.querySelector("figcaption");
    if (!caption) {
        return { caption: "", credit: "" };
    }
    const copy = caption.cloneNode(true);
    const credit = copy.querySelector(".credit");
    const said = credit ? credit.textContent.trim() : "";
    credit?.remove();
    return { caption: copy.textContent.trim(), credit: said };
}

/** Only files of the portal itself: a picture from elsewhere would tell that place who reads here. */
export function ownFile(address) {
    return /^\/tep\/\d{1,18}\/[^"'<>\s]+$/.test(address ?? "") ? address : null;
}

function figcaption(caption, credit) {
    const parts = [];
    if (caption) {
        parts.push(caption);
    }
    if (credit) {
        parts.push(...(caption ? [" "] : []), ["span", { class: "credit" }, credit]);
    }
    return parts.length ? [["figcaption", ...parts]] : [];
}

const number = (value) => (/^\d{1,5}$/.test(value ?? "") ? Number(value) : 0);

export const schema = new Schema({
    nodes: {
        doc: { content: "block+" },
        paragraph: { content: "inline*", group: "block", parseDOM: [{ tag: "p" }], toDOM: () => ["p", 0] },
        heading: {
            attrs: { level: { default: 2 } },
            content: "inline*",
            group: "block",
            defining: true,
            // The page has its h1 already.
            parseDOM: [
                { tag: "h1", attrs: { level: 2 } },
                { tag: "h2", attrs: { level: 2 } },
                { tag: "h3", attrs: { level: 3 } },
                { tag: "h4", attrs: { level: 4 } },
                { tag: "h5", attrs: { level: 4 } },
                { tag: "h6", attrs: { level: 4 } },
            ],
            toDOM: (node) => ["h" + node.attrs.level, 0],
        },
        blockquote: { content: "block+", group: "block", defining: true, parseDOM: [{ tag: "blockquote" }], toDOM: () => ["blockquote", 0] },
        bullet_list: { content: "list_item+", group: "block", parseDOM: [{ tag: "ul" }], toDOM: () => ["ul", 0] },
        ordered_list: {
            attrs: { start: { default: 1 } },
            content: "list_item+",
            group: "block",
            parseDOM: [{ tag: "ol", getAttrs: (ol) => ({ start: number(ol.getAttribute("start")) || 1 }) }],
            toDOM: (node) => (node.attrs.start === 1 ? ["ol", 0] : ["ol", { start: node.attrs.start }, 0]),
        },
        list_item: { content: "paragraph block*", defining: true, parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0] },
        horizontal_rule: { group: "block", parseDOM: [{ tag: "hr" }], toDOM: () => ["hr"] },
        figure: {
            group: "block",
            atom: true,
            draggable: true,
            attrs: {
                src: {},
                alt: { default: "" },
                caption: { default: "" },
                credit: { default: "" },
                width: { default: 0 },
                height: { default: 0 },
                focus: { default: "center" },
            },
            parseDOM: [
                {
                    tag: "figure",
                    priority: 60,
                    getAttrs: (figure) => {
                        const img = figure.querySelector("img");
                        const src = ownFile(img?.getAttribute("src"));
                        return src
                            ? {
                                  src,
                                  alt: img.getAttribute("alt") ?? "",
                                  ...captionOf(figure),
                                  width: number(img.getAttribute("width")),
                                  height: number(img.getAttribute("height")),
                                  focus: focusOf(figure),
                              }
                            : false;
                    },
                },
                {
                    tag: "img[src]",
                    getAttrs: (img) => {
                        const src = ownFile(img.getAttribute("src"));
                        return src ? { src, alt: img.getAttribute("alt") ?? "", width: number(img.getAttribute("width")), height: number(img.getAttribute("height")) } : false;
                    },
                },
            ],
            toDOM: ({ attrs }) => {
                const img = { src: attrs.src, alt: attrs.alt };
                if (attrs.width && attrs.height) {
                    img.width = attrs.width;
                    img.height = attrs.height;
                }
                return ["figure", { class: "focus-" + attrs.focus }, ["img", img], ...figcaption(attrs.caption, attrs.credit)];
            },
        },
        clip: {
            group: "block",
            atom: true,
            draggable: true,
            attrs: { kind: { default: "video" }, src: {}, caption: { default: "" }, credit: { default: "" } },
            parseDOM: [
                {
                    tag: "figure",
                    priority: 70,
                    getAttrs: (figure) => {
                        const media = figure.querySelector("video, audio");
                        const src = ownFile(media?.getAttribute("src"));
                        return src ? { kind: media.localName, src, ...captionOf(figure) } : false;
                    },
                },
                {
                    tag: "video[src], audio[src]",
                    getAttrs: (media) => {
                        const src = ownFile(media.getAttribute("src"));
                        return src ? { kind: media.localName, src } : false;
                    },
                },
            ],
            toDOM: ({ attrs }) => [
                "figure",
                { class: "clip" },
                [attrs.kind === "audio" ? "audio" : "video", { src: attrs.src, controls: "controls", preload: "none", "aria-label": attrs.caption }],
                ...figcaption(attrs.caption, attrs.credit),
            ],
        },
        table: {
            ...tables.table,
            attrs: { caption: { default: "" } },
            parseDOM: [{ tag: "table", getAttrs: (table) => ({ caption: table.querySelector(":scope > caption")?.textContent.trim() ?? "" }) }, { tag: "caption", ignore: true }],
            toDOM: (node) => ["table", ...(node.attrs.caption ? [["caption", { contenteditable: "false" }, node.attrs.caption]] : []), ["tbody", 0]],
        },
        table_row: tables.table_row,
        table_cell: tables.table_cell,
        table_header: tables.table_header,
        text: { group: "inline" },
        hard_break: { inline: true, group: "inline", selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
    },
    marks: {
        link: {
            attrs: { href: {} },
            inclusive: false,
            parseDOM: [
                {
                    tag: "a[href]",
                    getAttrs: (a) => {
                        const href = safeHref(a.getAttribute("href"));
                        return href ? { href } : false;
                    },
                },
            ],
            toDOM: (mark) => ["a", { href: mark.attrs.href }, 0],
        },
        strong: {
            parseDOM: [
                { tag: "strong" },
                { tag: "b" },
            ],
            toDOM: () => ["strong", 0],
        },
        em: { parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: () => ["em", 0] },
        sup: { excludes: "sub", parseDOM: [{ tag: "sup" }], toDOM: () => ["sup", 0] },
        sub: { excludes: "sup", parseDOM: [{ tag: "sub" }], toDOM: () => ["sub", 0] },
    },
});

/** The text as it was stored. */
export function read(html) {
    return DOMParser.fromSchema(schema).parse(new window.DOMParser().parseFromString(html, "text/html").body);
}

/** The text as it is sent: composed letters, header cells with their scope, rows of headers in the head. */
export function write(doc) {
    const box = document.implementation.createHTMLDocument("").createElement("div");
    box.appendChild(DOMSerializer.fromSchema(schema).serializeFragment(doc.content, { document: box.ownerDocument }));
    box.querySelectorAll("caption").forEach((caption) => caption.removeAttribute("contenteditable"));
    box.querySelectorAll("table").forEach((table) => {
        const body = table.querySelector("tbody");
        const rows = [...body.children];
        const heads = [];
        for (const row of rows) {
            if ([...row.children].length && [...row.children].every((cell) => cell.localName === "th") && heads.length === rows.indexOf(row)) {
                heads.push(row);
            }
        }
        if (heads.length && heads.length < rows.length) {
            const head = box.ownerDocument.createElement("thead");
            head.append(...heads);
            table.insertBefore(head, body);
        }
        table.querySelectorAll("th").forEach((cell) => cell.setAttribute("scope", heads.includes(cell.parentNode) ? "col" : "row"));
    });
    // A cell or a point of a list with one paragraph is written without it.
    box.querySelectorAll("td > p:only-child, th > p:only-child, li > p:first-child").forEach((only) => {
        if ([...only.parentNode.children].slice(1).every((each) => each.matches("ul, ol"))) {
            only.replaceWith(...only.childNodes);
        }
    });
    const html = box.innerHTML.normalize("NFC");
    return html === "<p></p>" ? "" : html;
}
