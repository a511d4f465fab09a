/* A picture or a file of the library is chosen by looking at it. The field beside it takes its address; without script it is typed. */
(function () {
    "use strict";

    // Where a screen has several such fields, the script stands there several times.
    if (window.choosesFiles) {
        return;
    }
    window.choosesFiles = true;

    document.querySelectorAll("[data-choose-for]").forEach(function (part) {
        var field = document.getElementById(part.dataset.chooseFor);
        if (!field) {
            return;
        }
        var open = part.querySelector("[data-choose=open]");
        var clear = part.querySelector("[data-choose=clear]");
        var shown = part.querySelector(".thumb");
        var chosen = document.getElementById(field.id + "-chosen");
        var dialog = part.querySelector("dialog");
        var search = dialog.querySelector("input[type=search]");
        var upload = dialog.querySelector("input[type=file]");
        var list = dialog.querySelector("ul");
        var status = dialog.querySelector("[role=status]");
        var asked = 0;
        var timer = 0;
        var value = field.value;

        function written() {
            clear.hidden = !field.value;
            shown.hidden = !shown.getAttribute("src") || !field.value;
        }

        function take(address, small, said) {
            value = address;
            field.value = address;
            if (small) {
                shown.src = small;
            } else {
                shown.removeAttribute("src");
            }
            chosen.textContent = said;
            written();
            ["input", "change"].forEach(function (happened) {
                field.dispatchEvent(new Event(happened, { bubbles: true }));
            });
        }

        function pick(file) {
            var remarks = file.remarks && file.remarks.length ? " " + file.remarks.join(" ") : "";
            take(file.path, part.dataset.kind === "image" ? file.small : "", chosen.dataset.text.replace("{0}", file.name) + remarks);
            dialog.close();
        }

        function item(file) {
            var button = document.createElement("button");
            button.type = "button";
            button.className = "button quiet";
            if (part.dataset.kind === "image") {
                var picture = document.createElement("img");
                picture.src = file.small;
                picture.alt = "";
                picture.loading = "lazy";
                button.append(picture);
            }
            var name = document.createElement("span");
            name.textContent = part.dataset.kind === "image" ? file.name : file.label;
            button.append(name);
            button.addEventListener("click", function () {
                pick(file);
            });
            var line = document.createElement("li");
            line.append(button);
            return line;
        }

        function find() {
            var turn = ++asked;
            clearTimeout(timer);
            dialog.setAttribute("aria-busy", "true");
            var query = new URLSearchParams({ loc: search.value, loai: part.dataset.kind });
            fetch(part.dataset.list + "?" + query, { headers: { Accept: "application/json" } })
                .then(function (answer) {
                    return answer.json();
                })
                .then(
                    function (found) {
                        if (turn === asked) {
                            list.replaceChildren.apply(list, found.items.map(item));
                            status.textContent = found.items.length ? "" : status.dataset.none;
                        }
                    },
                    function () {
                        status.textContent = status.dataset.away;
                    }
                )
                .then(function () {
                    if (turn === asked) {
                        dialog.removeAttribute("aria-busy");
                    }
                });
        }

        function send(file) {
            if (file.size > Number(part.dataset.longest)) {
                status.textContent = status.dataset.long.replace("{0}", String(Math.floor(part.dataset.longest / 1048576)));
                return;
            }
            status.textContent = status.dataset.sending;
            upload.setAttribute("aria-busy", "true");
            var query = new URLSearchParams({ ten: file.name, loai: part.dataset.kind });
            fetch(part.dataset.upload + "?" + query, {
                method: "POST",
                body: file,
                headers: { "Content-Type": "application/octet-stream", Accept: "application/json" },
            })
                .then(function (answer) {
                    return answer.json();
                })
                .then(
                    function (said) {
                        if (said.path) {
                            pick(said);
                        } else {
                            status.textContent = said.error || status.dataset.away;
                        }
                    },
                    function () {
                        status.textContent = status.dataset.away;
                    }
                )
                .then(function () {
                    upload.removeAttribute("aria-busy");
                    upload.value = "";
                });
        }

        open.addEventListener("click", function () {
            search.value = "";
            status.textContent = "";
            dialog.showModal();
            search.focus();
            find();
        });
        clear.addEventListener("click", function () {
            take("", "", "");
            open.focus();
        });
        dialog.querySelector("[data-choose=close]").addEventListener("click", function () {
            dialog.close();
        });
        dialog.addEventListener("close", function () {
            open.focus();
        });
        search.addEventListener("input", function (event) {
            // What is looked for is no part of the form that is kept while it is typed.
            event.stopPropagation();
            clearTimeout(timer);
            timer = setTimeout(find, 250);
        });
        search.addEventListener("keydown", function (event) {
            if (event.key === "Enter") {
                event.preventDefault();
                find();
            }
        });
        upload.addEventListener("change", function (event) {
            event.stopPropagation();
            if (upload.files[0]) {
                send(upload.files[0]);
            }
        });
        field.addEventListener("input", function () {
            if (field.value !== value) {
                value = field.value;
                shown.removeAttribute("src");
                chosen.textContent = "";
            }
            written();
        });
        part.hidden = false;
        written();
    });
})();
