/* The forms that citizens send: the draft in the browser, advice while somebody types, and the wait for the check. Without this file they work too. */
(function () {
    "use strict";

    var PREFIX = "portal.draft.";
    var KEPT = 2 * 60 * 60 * 1000;
    var PAUSE = 900;
    var PATIENCE = 20000;
    var LONGEST = 3000;
    var SEEN = 200;

    // Who wrote it is not kept: what is left on a shared computer does not say whose it is.
    var FIELDS = ["tieu-de", "noi-dung", "dia-diem", "thoi-gian", "lien-quan", "tai-lieu"];

    function each(list, deed) {
        Array.prototype.forEach.call(list, deed);
    }

    function stored(deed) {
        try {
            return deed(window.sessionStorage);
        } catch (refused) {
            return null;
        }
    }

    function forgetAll() {
        stored(function (store) {
            Object.keys(store).forEach(function (key) {
                if (key.indexOf(PREFIX) === 0) {
                    store.removeItem(key);
                }
            });
        });
    }

    function draft(form, notice) {
        var key = PREFIX + location.pathname + location.search;
        var status = notice.querySelector("[role='status']");

        function fields() {
            return FIELDS.map(function (name) {
                return form.elements[name];
            }).filter(Boolean);
        }

        function read() {
            var kept = stored(function (store) {
                return JSON.parse(store.getItem(key));
            });
            if (kept && !(Date.now() - kept.at < KEPT)) {
                forgetAll();
                return null;
            }
            return kept;
        }

        function save() {
            var values = {};
            var some = false;
            fields().forEach(function (field) {
                values[field.name] = field.value;
                some = some || field.value.trim() !== "";
            });
            stored(function (store) {
                if (some) {
                    store.setItem(key, JSON.stringify({at: Date.now(), values: values}));
                } else {
                    store.removeItem(key);
                }
                notice.hidden = !some;
            });
        }

        function restore() {
            var kept = read();
            var empty = fields().every(function (field) {
                return field.value === "";
            });
            if (!kept || !empty) {
                return;
            }
            fields().forEach(function (field) {
                field.value = String(kept.values[field.name] || "");
            });
            notice.hidden = false;
            // A screen reader says only what changes in a place that it has seen empty.
            setTimeout(function () {
                status.textContent = form.getAttribute("data-restored");
            }, SEEN);
        }

        form.addEventListener("input", save);
        notice.querySelector("button").addEventListener("click", function () {
            forgetAll();
            fields().forEach(function (field) {
                field.value = "";
            });
            status.textContent = form.getAttribute("data-deleted");
            fields()[0].focus();
        });
        restore();
        if (fields().some(function (field) {
            return field.value !== "";
        })) {
            save();
        }
    }

    function element(name, text, into) {
        var made = document.createElement(name);
        made.textContent = text;
        if (document.documentElement.lang !== "vi" && /[\u00c0-\u1ef9]/.test(text)) {
            made.lang = "vi";
        }
        into.appendChild(made);
        return made;
    }

    /** @param newTab what is said behind a link that opens in a tab of its own */
    function link(url, text, newTab, into) {
        var made = element("a", "", into);
        element("span", text, made);
        made.href = url;
        if (/^https?:|^\//.test(url)) {
            // What is being written stays where it is.
            made.target = "_blank";
            made.rel = "noopener";
            element("span", " " + newTab, made).className = "visually-hidden";
        }
    }

    function advice(form, place) {
        var status = form.querySelector("[data-advice-status]");
        var body = place.lastElementChild;
        var newTab = form.getAttribute("data-advice-new-tab");
        var timer = 0;
        var asked = 0;
        var shown = "[]";

        function show(found) {
            var all = JSON.stringify([found.doors, found.similar]);
            if (all === shown) {
                return;
            }
            shown = all;
            body.textContent = "";
            if (found.doors.length) {
                element("strong", form.getAttribute("data-advice-doors"), element("p", "", body));
                found.doors.forEach(function (door) {
                    var text = element("p", "", body);
                    element("span", door.title + ". " + door.text + " ", text);
                    if (door.url) {
                        link(door.url, form.getAttribute("data-advice-go") + " " + door.label, newTab, text);
                    }
                });
            }
            if (found.similar.length) {
                element("strong", form.getAttribute("data-advice-similar"), element("p", "", body));
                var list = element("ul", "", body);
                list.className = "bullets";
                found.similar.forEach(function (one) {
                    var item = element("li", "", list);
                    link(one.url, one.title, newTab, item);
                    item.appendChild(document.createTextNode(" "));
                    element("span", one.kind, item).className = "count";
                });
            }
            var count = found.doors.length + found.similar.length;
            place.hidden = count === 0;
            status.textContent = count ? form.getAttribute("data-advice-count").replace("#", count) : "";
        }

        function ask() {
            var mine = ++asked;
            var typed = new URLSearchParams();
            ["tieu-de", "noi-dung"].forEach(function (name) {
                if (form.elements[name]) {
                    typed.set(name, form.elements[name].value.slice(0, LONGEST));
                }
            });
            fetch(form.getAttribute("data-advice"), {method: "POST", body: typed, credentials: "omit"})
                .then(function (answer) {
                    return answer.ok ? answer.json() : null;
                })
                .then(function (found) {
                    if (found && mine === asked) {
                        show(found);
                    }
                })
                .catch(function () {
                    // It would have been a help.
                });
        }

        form.addEventListener("input", function (event) {
            if (event.target.name === "tieu-de" || event.target.name === "noi-dung") {
                clearTimeout(timer);
                timer = setTimeout(ask, PAUSE);
            }
        });
    }

    // Whoever presses send while the browser still works waits for it, but not for long: without a proof it is taken as well.
    function check(form, widget) {
        var status = form.querySelector("[data-wait-status]");
        var state = "verifying";
        var pressed = null;
        var patient = true;

        function go() {
            var button = pressed;
            pressed = null;
            if (button) {
                patient = false;
                form.requestSubmit(button);
            }
        }

        widget.addEventListener("statechange", function (event) {
            state = event.detail.state;
            if (state !== "verifying") {
                setTimeout(go, 0);
            }
        });
        form.addEventListener("submit", function (event) {
            var button = event.submitter;
            if (patient && button && button.name === "gui" && state === "verifying" && customElements.get("altcha-widget")) {
                event.preventDefault();
                if (!pressed) {
                    status.textContent = form.getAttribute("data-wait");
                    setTimeout(go, PATIENCE);
                }
                pressed = button;
            }
        });
    }

    if (document.querySelector("[data-sent]")) {
        forgetAll();
    }
    each(document.querySelectorAll("form[data-ask]"), function (form) {
        var notice = document.querySelector("[data-draft]");
        var place = form.querySelector("[data-advice-place]");
        var widget = form.querySelector("altcha-widget");
        if (notice) {
            draft(form, notice);
        }
        if (place) {
            advice(form, place);
        }
        if (widget) {
            check(form, widget);
        }
    });
})();
