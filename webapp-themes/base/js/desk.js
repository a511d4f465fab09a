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

    function keep(form) {
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
            if (form.localName === "form" && form.method === "post" && form.id && form.closest("main")) {
                keep(form);
            }
        }, true);
    });

    var wrong = document.querySelector("[aria-invalid=true]") || document.getElementById("problems");
    if (wrong) {
        wrong.focus();
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

    // Where the browser cannot open the menu by style, and there is room for it.
    var menu = document.querySelector(".admin-menu");
    if (menu && window.matchMedia("(min-width: 48em)").matches && !CSS.supports("selector(::details-content)")) {
        menu.open = true;
    }
})();
