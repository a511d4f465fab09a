/* The back office: asks before a deed that removes, sends a form once, leads to what must be put right, keeps the address of a list. */
(function () {
    "use strict";

    var dialog = document.getElementById("confirm");
    var asking = null;

    document.addEventListener("click", function (event) {
        var button = event.target.closest("button[data-confirm]");
        if (!button || !button.dataset.confirm || !dialog || !dialog.showModal) {
            return;
        }
        event.preventDefault();
        asking = button;
        dialog.querySelector("#confirm-question").textContent = button.dataset.confirm;
        dialog.querySelector("[data-answer=yes]").textContent = button.textContent.trim();
        dialog.showModal();
        // Whoever presses Enter without reading changes nothing.
        dialog.querySelector("[data-answer=no]").focus();
    });

    if (dialog) {
        dialog.addEventListener("click", function (event) {
            var answer = event.target.closest("[data-answer]");
            if (!answer) {
                return;
            }
            var button = asking;
            dialog.close();
            if (answer.dataset.answer === "yes" && button) {
                button.form.requestSubmit(button);
            }
        });
        dialog.addEventListener("close", function () {
            if (asking) {
                asking.focus();
            }
            asking = null;
        });
    }

    document.addEventListener("submit", function (event) {
        var form = event.target;
        if (form.dataset.sent) {
            event.preventDefault();
            return;
        }
        form.dataset.sent = "true";
        form.setAttribute("aria-busy", "true");
    });

    // A page that the browser kept, when one goes back to it.
    window.addEventListener("pageshow", function () {
        document.querySelectorAll("form[data-sent]").forEach(function (form) {
            delete form.dataset.sent;
            form.removeAttribute("aria-busy");
        });
    });

    // What is typed outlives the end of the session: it is kept in this tab, for this person and address, and offered after they have
    // signed in again. Any other page that the portal answers with means that it has taken what was sent. Never a password or a file.
    var DRAFT = "desk.draft";
    var ENDED = "#het-phien";
    var kept = document.getElementById("kept");
    var user = (document.querySelector(".admin-head .user") || {}).textContent;
    var address = location.pathname + location.search;

    function fieldsOf(form) {
        return Array.from(form.elements).filter(function (field) {
            return field.name && !/^(hidden|password|file|submit|button|reset|image)$/.test(field.type || "") && field.localName !== "button";
        });
    }

    function keepInTab(form) {
        var values = fieldsOf(form).map(function (field) {
            return /^(checkbox|radio)$/.test(field.type) ? [field.name, field.value, field.checked] : [field.name, field.value];
        });
        try {
            sessionStorage.setItem(DRAFT, JSON.stringify({ user: user, address: address, form: form.id, values: values }));
        } catch (tooLong) {
            sessionStorage.removeItem(DRAFT);
        }
    }

    function restore(draft) {
        var form = document.getElementById(draft.form);
        if (!form) {
            return;
        }
        draft.values.forEach(function (value) {
            fieldsOf(form).forEach(function (field) {
                if (field.name !== value[0]) {
                    return;
                }
                if (value.length === 2) {
                    field.value = value[1];
                } else if (field.value === value[1]) {
                    field.checked = value[2];
                }
                field.dispatchEvent(new Event("input", { bubbles: true }));
                field.dispatchEvent(new Event("change", { bubbles: true }));
                // The editor of rich text shows what stands in its field.
                field.dispatchEvent(new Event("portal:written"));
            });
        });
    }

    function cameBack() {
        var before = document.createElement("a");
        before.href = document.referrer || "about:blank";
        return location.hash === ENDED || (before.origin === location.origin && /^(\/en)?\/dang-nhap(\/|$)/.test(before.pathname));
    }

    (function () {
        var draft = null;
        try {
            draft = JSON.parse(sessionStorage.getItem(DRAFT));
        } catch (broken) {
            draft = null;
        }
        if (draft && draft.user === user && draft.address === address && cameBack() && kept) {
            kept.hidden = false;
            kept.addEventListener("click", function (event) {
                var answer = event.target.closest("[data-kept]");
                if (!answer) {
                    return;
                }
                kept.hidden = true;
                if (answer.dataset.kept === "restore") {
                    restore(draft);
                } else {
                    sessionStorage.removeItem(DRAFT);
                }
            });
        } else {
            sessionStorage.removeItem(DRAFT);
        }
        if (location.hash === ENDED) {
            history.replaceState(null, "", address);
        }
    })();

    ["input", "change", "submit"].forEach(function (happened) {
        document.addEventListener(happened, function (event) {
            var form = event.target.form || event.target;
            // A form with a keeper of its own is kept by that.
            if (form.localName === "form" && form.method === "post" && form.id && !form.dataset.keeper && form.closest("main")) {
                keepInTab(form);
            }
        }, true);
    });

    var wrong = document.querySelector("[aria-invalid=true]") || document.getElementById("problems");
    if (wrong) {
        var folded = wrong.closest("details");
        if (folded) {
            folded.open = true;
        }
        wrong.focus();
    } else {
        // What was done is read first, and what can be pressed next follows it. A part that is there from the beginning is not read out by itself.
        var told = document.querySelector(".told .notice");
        if (told && !location.hash) {
            told.focus();
        }
    }

    // Paging and sorting go by script; a reload and a link must lead to the same place.
    if (window.jQuery) {
        window.jQuery(document).on("pfAjaxComplete", function (event, xhr, settings, args) {
            if (args && args.address) {
                history.replaceState(null, "", args.address);
            }
        });
    }

    // Something that is going on is looked at again, until it is done. The part itself says by which command.
    window.setInterval(function () {
        document.querySelectorAll("[data-again]").forEach(function (part) {
            var look = window[part.dataset.again];
            if (look) {
                look();
            }
        });
    }, 2000);

    // A row is taken by its grip and let go over another: it then stands where that one stood. The arrows do the same by keyboard.
    document.querySelectorAll("tbody[data-order]").forEach(function (body) {
        if (!body.dataset.order) {
            return;
        }
        var dragged = null;
        var onto = null;

        function mark(row) {
            if (onto) {
                onto.classList.remove("onto");
            }
            onto = row;
            if (onto) {
                onto.classList.add("onto");
            }
        }

        function end() {
            if (dragged) {
                dragged.classList.remove("dragged");
            }
            mark(null);
            dragged = null;
        }

        body.addEventListener("pointerdown", function (event) {
            var grip = event.target.closest(".grip");
            if (!grip || event.button !== 0) {
                return;
            }
            event.preventDefault();
            dragged = grip.closest("tr");
            dragged.classList.add("dragged");
            grip.setPointerCapture(event.pointerId);
        });
        body.addEventListener("pointermove", function (event) {
            if (dragged) {
                var under = document.elementFromPoint(event.clientX, event.clientY);
                var row = under && under.closest("tr[data-row]");
                mark(row && body.contains(row) && row !== dragged ? row : null);
            }
        });
        body.addEventListener("pointercancel", end);
        body.addEventListener("pointerup", function () {
            if (!dragged) {
                return;
            }
            var form = body.closest("form");
            var button = document.getElementById(body.dataset.order);
            if (onto && form && button) {
                form.querySelector("input[name=onto]").value = onto.dataset.row;
                button.value = dragged.dataset.row;
                form.requestSubmit(button);
            }
            end();
        });
    });
    // What is typed into a form that says where (data-keeper) is kept every few seconds: on the server, and in the browser until the
    // server has it. So neither the end of the session nor a crash nor a lost connection loses a word. What may name citizens (data-sealed)
    // lies on the server alone, sealed; what it does not take is kept in this tab, as that of any other form, and never for good.
    var keeper = document.querySelector("form[data-keeper]");
    var PREFIX = "kept:";

    function store(name, value) {
        try {
            if (value === null) {
                localStorage.removeItem(name);
            } else {
                localStorage.setItem(name, JSON.stringify(value));
            }
        } catch (full) {
            // The browser keeps nothing (private window, full disk): the server does.
        }
    }

    function stored(name) {
        try {
            return JSON.parse(localStorage.getItem(name));
        } catch (broken) {
            return null;
        }
    }

    function keeps(form) {
        var name = PREFIX + form.dataset.account + ":" + form.dataset.key;
        var status = document.querySelector("[data-kept-status]");
        var offer = document.getElementById("kept-here");
        var sending = false;
        var sealed = form.dataset.sealed === "true";

        function fields() {
            var all = {};
            Array.prototype.forEach.call(form.elements, function (field) {
                var short = field.name && field.name.indexOf(form.id + ":") === 0 ? field.name.slice(form.id.length + 1) : "";
                // A form whose tables have rows (data-rows) keeps those and its ticks too.
                var kept = form.dataset.rows ? /^(submit|button|hidden|radio)$/ : /^(submit|button|hidden|radio|checkbox)$/;
                if (short && (short.indexOf(":") < 0 || form.dataset.rows) && /^(INPUT|TEXTAREA|SELECT)$/.test(field.tagName) && !kept.test(field.type)) {
                    all[short] = field.type === "checkbox" ? (field.checked ? "true" : "") : field.value;
                }
            });
            return all;
        }

        function now() {
            return new Date().toLocaleTimeString("vi-VN", {hour: "2-digit", minute: "2-digit"});
        }

        function tell(text, at) {
            if (status) {
                status.textContent = text + " " + at;
            }
        }

        // Why the server has not kept it.
        function why(status) {
            var said = {403: form.dataset.endedText, 409: form.dataset.olderText, 413: form.dataset.fullText};
            return said[status] || form.dataset.hereText;
        }

        function body(all) {
            var pairs = new URLSearchParams(all);
            pairs.set("key", form.dataset.key);
            pairs.set("base", form.dataset.base);
            return pairs;
        }

        function send(all) {
            // A line that neither answers nor fails would hold back all that is typed after it.
            var patience = window.AbortSignal && AbortSignal.timeout ? AbortSignal.timeout(10000) : undefined;
            return fetch(form.dataset.keeper, {method: "POST", body: body(all), credentials: "same-origin", redirect: "error", signal: patience});
        }

        // What the server does not have.
        function hold(all, rows) {
            if (sealed) {
                keepInTab(form);
            } else {
                store(name, {at: now(), base: form.dataset.base, rows: rows, fields: all});
            }
        }

        function release() {
            if (sealed) {
                sessionStorage.removeItem(DRAFT);
            } else {
                store(name, null);
            }
        }

        var first = JSON.stringify(fields());
        var last = first;

        // What is not there yet has its name in the address, so that a reload and signing in again lead back to it.
        if (form.dataset.base === "0" && !sealed) {
            history.replaceState(null, "", form.dataset.goOn);
            form.action = form.dataset.goOn;
        }

        function keep() {
            var all = fields();
            var written = JSON.stringify(all);
            if (written === last || form.dataset.sent) {
                return;
            }
            if (!sealed || sending) {
                hold(all);
            }
            if (sending) {
                return;
            }
            sending = true;
            send(all).then(function (answer) {
                sending = false;
                if (answer.ok) {
                    last = written;
                    // From now on the server has it; the browser keeps it no longer than it must.
                    if (sealed || JSON.stringify(fields()) === written) {
                        release();
                    }
                    return answer.text().then(function (at) { tell(form.dataset.keptText, at); });
                }
                if (sealed) {
                    hold(all);
                }
                tell(why(answer.status), now());
                return null;
            }, function () {
                sending = false;
                if (sealed) {
                    hold(all);
                }
                tell(form.dataset.hereText, now());
            });
        }

        var here = sealed ? null : stored(name);
        if (here && Number(here.rows) < Number(form.dataset.rows)) {
            // A row came or went by the server, which has kept the rest with it.
            store(name, null);
            here = null;
        }
        if (here && here.fields && offer && JSON.stringify(here.fields) !== first) {
            offer.hidden = false;
            offer.querySelector("[data-kept-at]").textContent = here.at;
            offer.querySelector("[data-kept=goOn]").addEventListener("click", function () {
                // By way of the server, so that the form is filled by the one who knows how.
                form.dataset.base = here.base;
                send(here.fields).then(function (answer) {
                    if (answer.ok) {
                        store(name, null);
                        form.dataset.sent = "true";
                        location.href = form.dataset.goOn;
                    } else {
                        tell(why(answer.status), here.at);
                    }
                }, function () {
                    tell(form.dataset.hereText, here.at);
                });
            });
            offer.querySelector("[data-kept=drop]").addEventListener("click", function () {
                store(name, null);
                offer.hidden = true;
            });
        }

        // What is decided is decided of what is saved. What was typed last goes to the server before it, which says if that is not saved.
        var passed = null;
        document.addEventListener("submit", function (event) {
            var deed = event.target;
            var all = fields();
            var written = JSON.stringify(all);
            if (!deed.closest(".deeds-list") || deed === passed || form.dataset.sent || written === last) {
                return;
            }
            event.preventDefault();
            event.stopImmediatePropagation();
            hold(all);
            var button = event.submitter;
            send(all).then(function (answer) {
                if (!answer.ok) {
                    refuse(deed, answer.status === 403 ? form.dataset.endedText : form.dataset.unsavedText);
                    return;
                }
                last = written;
                release();
                passed = deed;
                deed.requestSubmit(button);
                passed = null;
            }, function () {
                refuse(deed, form.dataset.unsavedText);
            });
        }, true);

        function refuse(deed, text) {
            var said = deed.querySelector("[data-refused]");
            if (!said) {
                said = document.createElement("p");
                said.className = "notice bad";
                said.dataset.refused = "true";
                said.setAttribute("role", "alert");
                deed.insertBefore(said, deed.firstChild);
            }
            said.textContent = text;
        }

        window.setInterval(keep, 3000);
        window.addEventListener("pagehide", function () {
            var all = fields();
            if (JSON.stringify(all) !== last && !form.dataset.sent) {
                hold(all);
                if (sealed) {
                    // Whoever closes the page within these few seconds; what is too long for that is lost with the tab.
                    fetch(form.dataset.keeper, {method: "POST", body: body(all), credentials: "same-origin", keepalive: true}).catch(function () {});
                }
            }
        });
        // A form that is sent into an ended session comes to nothing; what was typed must be there when one is back.
        form.addEventListener("submit", function () {
            var all = fields();
            if (JSON.stringify(all) !== first) {
                hold(all, form.dataset.rows);
            }
        });
    }

    // What was saved is not kept any longer: whatever was typed on an older version than the one it became.
    var savedMark = document.querySelector("[data-saved]");
    var saved = savedMark ? /^(\w+)-(\d+)$/.exec(savedMark.dataset.saved) : null;
    if (saved && keeper) {
        var savedName = PREFIX + keeper.dataset.account + ":" + saved[1];
        var older = stored(savedName);
        if (older && Number(older.base) < Number(saved[2])) {
            store(savedName, null);
        }
    }
    document.querySelectorAll("[data-kept=drop-all]").forEach(function (part) {
        part.addEventListener("click", function () {
            if (keeper) {
                store(PREFIX + keeper.dataset.account + ":" + keeper.dataset.key, null);
            }
        });
    });
    if (keeper) {
        keeps(keeper);
    }

    // Where the browser cannot open the menu by style, and there is room for it.
    var menu = document.querySelector(".admin-menu");
    if (menu && window.matchMedia("(min-width: 48em)").matches && !CSS.supports("selector(::details-content)")) {
        menu.open = true;
    }
})();
