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
