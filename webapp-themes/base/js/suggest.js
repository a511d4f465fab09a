/* Suggestions while somebody types: a combobox after the ARIA pattern. Without this file the field is a plain search field. */
(function () {
    "use strict";

    var WAIT = 120;

    function option(list, id, suggestion) {
        var item = document.createElement("li");
        item.id = id;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        var text = document.createElement("span");
        text.textContent = suggestion.text;
        if (document.documentElement.lang !== "vi" && /[\u00c0-\u1ef9]/.test(suggestion.text)) {
            text.lang = "vi";
        }
        item.appendChild(text);
        if (suggestion.kind) {
            var kind = document.createElement("span");
            kind.className = "count";
            kind.textContent = suggestion.kind;
            item.appendChild(document.createTextNode(" "));
            item.appendChild(kind);
        }
        list.appendChild(item);
    }

    function combobox(input) {
        var form = input.form;
        var source = input.getAttribute("data-suggest");
        var list = document.createElement("ul");
        var status = document.createElement("span");
        var found = [];
        var foundFor = "";
        var chosen = -1;
        var typed = "";
        var timer = 0;
        var asked = 0;

        list.id = input.id + "-list";
        list.className = "suggestions";
        list.hidden = true;
        list.setAttribute("role", "listbox");
        list.setAttribute("aria-label", input.getAttribute("data-suggest-label"));
        status.className = "visually-hidden";
        status.setAttribute("role", "status");
        input.parentNode.appendChild(list);
        input.parentNode.appendChild(status);
        input.setAttribute("role", "combobox");
        input.setAttribute("aria-autocomplete", "list");
        input.setAttribute("aria-controls", list.id);
        input.setAttribute("aria-expanded", "false");

        function unchoose() {
            if (chosen >= 0) {
                list.children[chosen].setAttribute("aria-selected", "false");
            }
            chosen = -1;
            input.removeAttribute("aria-activedescendant");
        }

        // No answer that is still on its way opens it again.
        function close() {
            clearTimeout(timer);
            asked++;
            unchoose();
            list.hidden = true;
            input.setAttribute("aria-expanded", "false");
        }

        function show(suggestions, text) {
            unchoose();
            found = suggestions;
            foundFor = text;
            list.textContent = "";
            found.forEach(function (suggestion, at) {
                option(list, list.id + "-" + at, suggestion);
            });
            open();
        }

        function open() {
            list.hidden = found.length === 0;
            input.setAttribute("aria-expanded", String(!list.hidden));
            status.textContent = list.hidden ? "" : input.getAttribute("data-suggest-count").replace("#", found.length);
        }

        function choose(at) {
            var options = list.children;
            unchoose();
            if (at < 0) {
                input.value = typed;
                return;
            }
            chosen = at;
            options[at].setAttribute("aria-selected", "true");
            options[at].scrollIntoView({block: "nearest"});
            input.value = found[at].text;
            input.setAttribute("aria-activedescendant", options[at].id);
        }

        function go(at) {
            var url = found[at].url;
            close();
            if (url) {
                location.href = url;
            } else {
                form.submit();
            }
        }

        function ask() {
            var mine = ++asked;
            var text = typed;
            if (typed.trim().length < 2) {
                close();
                return;
            }
            fetch(source + "?q=" + encodeURIComponent(typed), {headers: {Accept: "application/json"}})
                .then(function (answer) {
                    return answer.ok ? answer.json() : [];
                })
                .then(function (suggestions) {
                    if (mine === asked && document.activeElement === input) {
                        show(suggestions, text);
                    }
                })
                .catch(function () {
                    if (mine === asked) {
                        close();
                    }
                });
        }

        input.addEventListener("input", function () {
            typed = input.value;
            // What was chosen before is not what is typed now.
            unchoose();
            asked++;
            clearTimeout(timer);
            timer = setTimeout(ask, WAIT);
        });

        input.addEventListener("keydown", function (event) {
            if (event.isComposing) {
                return;
            }
            var last = found.length - 1;
            if (event.key === "Escape" && !list.hidden) {
                choose(-1);
                close();
                event.preventDefault();
            } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden) {
                choose(event.key === "ArrowDown" ? (chosen === last ? -1 : chosen + 1) : (chosen < 0 ? last : chosen - 1));
                event.preventDefault();
            } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
                // Closed by Escape, or never opened for what stands in the field.
                typed = input.value;
                if (found.length && foundFor === typed) {
                    open();
                    choose(event.key === "ArrowDown" ? 0 : last);
                } else {
                    ask();
                }
                event.preventDefault();
            } else if (event.key === "Enter" && !list.hidden && chosen >= 0) {
                event.preventDefault();
                go(chosen);
            }
        });

        // Before the field loses the focus
        list.addEventListener("mousedown", function (event) {
            var item = event.target.closest("[role='option']");
            if (item) {
                event.preventDefault();
                choose(Array.prototype.indexOf.call(list.children, item));
                go(chosen);
            }
        });

        input.addEventListener("blur", function () {
            close();
        });
    }

    Array.prototype.forEach.call(document.querySelectorAll("input[data-suggest]"), combobox);

    // Which queries lead somewhere: only the query is told, and only that something was opened.
    var results = document.querySelector("[data-query]");
    if (results && navigator.sendBeacon) {
        results.addEventListener("click", function (event) {
            if (event.target.closest("h3 a")) {
                var form = new URLSearchParams();
                form.set("q", results.getAttribute("data-query"));
                navigator.sendBeacon(results.getAttribute("data-click"), form);
            }
        });
    }
})();
