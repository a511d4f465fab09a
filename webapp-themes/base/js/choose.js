/* A picture or a file of the library is chosen by looking at it. The field beside it takes its address; without script it is typed. */
(function () {
    "use strict";

    // One for all fields of the page.
    var dialog = document.getElementById("chooser");
    if (!dialog || !dialog.showModal) {
        return;
    }
    var title = dialog.querySelector("h2");
    var search = dialog.querySelector("input[type=search]");
    var upload = dialog.querySelector("input[type=file]");
    var list = dialog.querySelector("ul");
    var status = dialog.querySelector("[role=status]");

    // What it is opened for: {kind, title, text, button, take}.
    var wanted = null;
    // What was asked before the last time is told too late, whether it has come to an end or failed.
    var finding = 0;
    var sending = 0;
    var timer = 0;

    /** Whatever is still under way was given up, or something else was chosen. */
    function giveUp() {
        finding++;
        sending++;
        clearTimeout(timer);
        dialog.removeAttribute("aria-busy");
        upload.removeAttribute("aria-busy");
    }

    function close() {
        giveUp();
        dialog.close();
    }

    function pick(file) {
        var remarks = file.remarks && file.remarks.length ? " " + file.remarks.join(" ") : "";
        wanted.take(file.path, wanted.kind === "image" ? file.small : "", wanted.text.replace("{0}", file.name) + remarks);
        close();
    }

    function item(file) {
        var button = document.createElement("button");
        button.type = "button";
        button.className = "button quiet";
        if (wanted.kind === "image") {
            var picture = document.createElement("img");
            picture.src = file.small;
            picture.alt = "";
            picture.loading = "lazy";
            button.append(picture);
        }
        var name = document.createElement("span");
        name.textContent = wanted.kind === "image" ? file.name : file.label;
        button.append(name);
        button.addEventListener("click", function () {
            pick(file);
        });
        var line = document.createElement("li");
        line.append(button);
        return line;
    }

    function ask(address, query, given) {
        return fetch(address + "?" + new URLSearchParams(query), given).then(function (answer) {
            return answer.json();
        });
    }

    function find() {
        var turn = ++finding;
        clearTimeout(timer);
        dialog.setAttribute("aria-busy", "true");
        ask(dialog.dataset.list, { loc: search.value, loai: wanted.kind }, { headers: { Accept: "application/json" } })
            .then(function (found) {
                if (turn === finding) {
                    list.replaceChildren.apply(list, found.items.map(item));
                    if (!upload.hasAttribute("aria-busy")) {
                        status.textContent = found.items.length ? "" : status.dataset.none;
                    }
                }
            })
            .catch(function () {
                if (turn === finding) {
                    status.textContent = status.dataset.away;
                }
            })
            .then(function () {
                if (turn === finding) {
                    dialog.removeAttribute("aria-busy");
                }
            });
    }

    function send(file) {
        var turn = ++sending;
        upload.removeAttribute("aria-busy");
        if (file.size > Number(dialog.dataset.longest)) {
            status.textContent = status.dataset.long.replace("{0}", String(Math.floor(dialog.dataset.longest / 1048576)));
            return;
        }
        status.textContent = status.dataset.sending;
        upload.setAttribute("aria-busy", "true");
        ask(dialog.dataset.upload, { ten: file.name, loai: wanted.kind }, {
            method: "POST",
            body: file,
            headers: { "Content-Type": "application/octet-stream", Accept: "application/json" },
        })
            .then(function (said) {
                if (turn === sending && said.path) {
                    pick(said);
                } else if (turn === sending) {
                    status.textContent = said.error || status.dataset.away;
                }
            })
            .catch(function () {
                if (turn === sending) {
                    status.textContent = status.dataset.away;
                }
            })
            .then(function () {
                if (turn === sending) {
                    upload.removeAttribute("aria-busy");
                    upload.value = "";
                }
            });
    }

    function open(field) {
        wanted = field;
        title.textContent = field.title;
        upload.accept = field.kind === "image" ? "image/*" : "";
        upload.value = "";
        search.value = "";
        status.textContent = "";
        list.replaceChildren();
        dialog.showModal();
        search.focus();
        find();
    }

    dialog.querySelector("[data-choose=close]").addEventListener("click", close);
    dialog.addEventListener("close", function () {
        // The key Escape closes it without being asked.
        giveUp();
        wanted.button.focus();
    });
    search.addEventListener("input", function () {
        clearTimeout(timer);
        timer = setTimeout(find, 250);
    });
    search.addEventListener("keydown", function (event) {
        if (event.key === "Enter") {
            event.preventDefault();
            find();
        }
    });
    upload.addEventListener("change", function () {
        if (upload.files[0]) {
            send(upload.files[0]);
        }
    });

    document.querySelectorAll("[data-choose-for]").forEach(function (part) {
        var field = document.getElementById(part.dataset.chooseFor);
        if (!field) {
            return;
        }
        var button = part.querySelector("[data-choose=open]");
        var clear = part.querySelector("[data-choose=clear]");
        // Of pictures only.
        var shown = part.querySelector(".thumb");
        var chosen = document.getElementById(field.id + "-chosen");
        var value = field.value;

        function show(small) {
            if (shown && small) {
                shown.src = small;
            } else if (shown) {
                shown.removeAttribute("src");
            }
        }

        function written() {
            clear.hidden = !field.value;
            if (shown) {
                shown.hidden = !shown.getAttribute("src") || !field.value;
            }
        }

        function take(address, small, said) {
            value = address;
            field.value = address;
            show(small);
            chosen.textContent = said;
            written();
            ["input", "change"].forEach(function (happened) {
                field.dispatchEvent(new Event(happened, { bubbles: true }));
            });
        }

        button.addEventListener("click", function () {
            open({ kind: part.dataset.kind, title: part.dataset.title, text: chosen.dataset.text, button: button, take: take });
        });
        clear.addEventListener("click", function () {
            take("", "", "");
            button.focus();
        });
        field.addEventListener("input", function () {
            if (field.value !== value) {
                value = field.value;
                show("");
                chosen.textContent = "";
            }
            written();
        });
        part.hidden = false;
        written();
    });
})();
