/* What is pasted from Word and from other pages, before the schema reads it: what the eye saw as a list becomes one, the rest of the clothing goes. */
import { ownFile } from "./schema.js";
import { safeHref } from "./address.js";

/** Fonts that show other letters than the text has: TCVN3 and VNI. */
const OLD_FONT = /(?:^|["'\s,;:])(\.Vn[A-Za-z]+|VNI-[A-Za-z-]+)/i;

const STYLE = "data-style";

const NUMBERED = /^\(?([0-9]{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]/;

function marker(paragraph) {
    const span = [...paragraph.querySelectorAll("span")].find((each) => /mso-list:\s*ignore/i.test(each.getAttribute(STYLE) ?? ""));
    const text = span?.textContent.replace(/\u00a0/g, " ").trim() ?? "";
    span?.remove();
    return text;
}

/** Word writes each line of a list as a paragraph with a sign in front. */
function lists(body) {
    const make = (name) => body.ownerDocument.createElement(name);
    let open = [];
    for (const paragraph of [...body.querySelectorAll("p, h1, h2, h3, h4")]) {
        const found = /mso-list:\s*l\d+\s+level(\d+)/i.exec(paragraph.getAttribute(STYLE) ?? "");
        if (!found || paragraph.previousElementSibling !== open[0]) {
            open = [];
        }
        if (!found) {
            continue;
        }
        const level = Math.min(Number(found[1]), 6);
        const kind = NUMBERED.test(marker(paragraph)) ? "ol" : "ul";
        open.length = Math.min(open.length, level);
        if (open.length === level && open[level - 1].localName !== kind) {
            open.pop();
        }
        while (open.length < level) {
            const list = make(kind);
            if (open.length) {
                const above = open[open.length - 1];
                (above.lastElementChild ?? above.appendChild(make("li"))).append(list);
            } else {
                paragraph.before(list);
            }
            open.push(list);
        }
        const item = make("li");
        const line = make("p");
        line.append(...paragraph.childNodes);
        item.append(line);
        open[level - 1].append(item);
        paragraph.remove();
    }
}

/** The policy of the back office lets no style in, not even to be read: what it says is kept under another name. */
function withoutStyles(html) {
    return html
        .replace(/<style\b[\s\S]*?<\/style\s*>/gi, "")
        .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/([\s"'/])style(\s*=)/gi, `$1${STYLE}$2`));
}

/** What only a style says to be bold or italic; and what Google's editor puts around everything that is copied from it. */
function weights(body) {
    for (const each of body.querySelectorAll(`[${STYLE}]`)) {
        const style = each.getAttribute(STYLE);
        const weight = /font-weight:\s*(\w+)/i.exec(style)?.[1] ?? "";
        if (/^(B|STRONG)$/.test(each.tagName)) {
            if (/^(normal|400)$/i.test(weight)) {
                each.replaceWith(...each.childNodes);
            }
            continue;
        }
        for (const [name, is] of [["strong", /^(bold(er)?|[6-9]\d\d)$/i.test(weight)], ["em", /font-style:\s*italic/i.test(style)]]) {
            if (is && each.tagName === "SPAN") {
                const made = body.ownerDocument.createElement(name);
                made.append(...each.childNodes);
                each.append(made);
            }
        }
    }
}

/**
 * @param html what the clipboard holds
 * @param told what is found in it, filled in: pictures that were left out, lines in an old encoding
 */
export function cleaned(html, told) {
    const page = new DOMParser().parseFromString(withoutStyles(html), "text/html");
    const body = page.body;
    const walker = page.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
    const comments = [];
    while (walker.nextNode()) {
        comments.push(walker.currentNode);
    }
    comments.forEach((comment) => comment.remove());
    body.querySelectorAll("style, script, meta, link, title, xml, template, iframe, object, embed, svg, math, form input, button").forEach((each) => each.remove());
    body.querySelectorAll(`[${STYLE}], font[face]`).forEach((each) => {
        const font = OLD_FONT.exec((each.getAttribute(STYLE) ?? "") + " " + (each.getAttribute("face") ?? ""));
        const line = each.textContent.trim();
        if (font && line) {
            told.oldFont = told.oldFont || line;
        }
        if (/display:\s*none|mso-hide:\s*all/i.test(each.getAttribute(STYLE) ?? "")) {
            each.remove();
        }
    });
    lists(body);
    weights(body);
    body.querySelectorAll("img").forEach((img) => {
        if (!ownFile(img.getAttribute("src"))) {
            // Dots of one pixel count readers.
            if (Number(img.getAttribute("width")) !== 1 && !/^file:/i.test(img.getAttribute("src") ?? "") || /clip_image|^data:/i.test(img.getAttribute("src") ?? "")) {
                told.pictures += 1;
            }
            img.remove();
        }
    });
    body.querySelectorAll("a").forEach((a) => {
        const href = safeHref(a.getAttribute("href"));
        if (!href) {
            a.replaceWith(...a.childNodes);
        }
    });
    // Elements of other languages than HTML: o:p, w:sdt, st1:place.
    [...body.querySelectorAll("*")].filter((each) => each.localName.includes(":")).forEach((each) => each.replaceWith(...each.childNodes));
    const words = page.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
        const text = words.currentNode;
        text.data = text.data.normalize("NFC").replace(/[ \u00a0\t\r\n]+/g, " ").replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "");
    }
    body.querySelectorAll("p, h1, h2, h3, h4").forEach((block) => {
        if (!block.textContent.trim() && !block.querySelector("img, video, audio, br")) {
            block.remove();
        }
    });
    body.querySelectorAll("*").forEach((each) => {
        each.removeAttribute(STYLE);
        if (!/^(FIGURE|SPAN)$/.test(each.tagName)) {
            each.removeAttribute("class");
        }
    });
    return body.innerHTML;
}
