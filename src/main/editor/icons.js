/* The signs on the buttons, drawn in lines on 24 by 24. */
const LINES = {
    heading2: "M4 5v14M12 5v14M4 12h8M16 10c0-2 4-2 4 .5 0 2-4 3.500-4 6.500h4.500",
    heading3: "M4 5v14M12 5v14M4 12h8M16 9h4l-2.500 3c3 0 3 5 0 5-1 0-1.500-.5-2-1",
    strong: "M7 5h6a3.500 3.500 0 0 1 0 7H7zM7 12h7a3.500 3.500 0 0 1 0 7H7z",
    em: "M10 5h8M6 19h8M14 5l-4 14",
    bullet_list: "M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01",
    ordered_list: "M10 6h10M10 12h10M10 18h10M4 4.500l1.500-.5v5M4 14.500c0-2 3-2 3 0 0 1.500-3 2.500-3 4h3",
    indent: "M4 5h16M11 10h9M11 14h9M4 19h16M4 9l3.500 3L4 15",
    outdent: "M4 5h16M11 10h9M11 14h9M4 19h16M7.500 9L4 12l3.500 3",
    blockquote: "M5 7h5v5c0 3-2 4.500-4.500 5M14 7h5v5c0 3-2 4.500-4.500 5",
    horizontal_rule: "M4 12h16M7 7h10M7 17h10",
    sup: "M4 8l8 10M12 8L4 18M16 5c0-2 4-1.500 4 .5 0 1.500-4 2-4 4h4",
    sub: "M4 5l8 10M12 5L4 15M16 15c0-2 4-1.500 4 .5 0 1.500-4 2-4 4h4",
    link: "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
    table: "M4 5h16v14H4zM4 10h16M4 14.500h16M12 5v14",
    picture: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.500 9h.01",
    file: "M14 3H6v18h12V7zM14 3v4h4M9 12h6M9 16h6",
    clip: "M4 6h11v12H4zM15 11l5-3v8l-5-3",
    clear: "M5 5h11M10.500 5L8 14M5 19h7M14 14l5 5M19 14l-5 5",
    undo: "M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
    redo: "M15 14l5-5-5-5M20 9H10a6 6 0 0 0 0 12h3",
};

export function icon(name) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    svg.setAttribute("focusable", "false");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", LINES[name]);
    svg.append(path);
    return svg;
}
