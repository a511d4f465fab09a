/* Small comforts. Every page works without this file. */
(function (root) {
    "use strict";

    var sizes = ["small", "", "large", "huge"];

    function get(name) {
        return root.getAttribute("data-" + name) || "";
    }

    function set(name, value) {
        if (value) {
            root.setAttribute("data-" + name, value);
        } else {
            root.removeAttribute("data-" + name);
        }
        try {
            if (value) {
                localStorage.setItem("portal." + name, value);
            } else {
                localStorage.removeItem("portal." + name);
            }
        } catch (refused) {
            // the choice then holds for this page only
        }
        show();
    }

    function prefers(query) {
        return window.matchMedia(query).matches;
    }

    function isDark() {
        return get("theme") ? get("theme") === "dark" : prefers("(prefers-color-scheme: dark)");
    }

    function isHigh() {
        return get("contrast") ? get("contrast") === "high" : prefers("(prefers-contrast: more)");
    }

    function each(selector, deed) {
        Array.prototype.forEach.call(document.querySelectorAll(selector), deed);
    }

    function press(tool, pressed) {
        each("[data-tool='" + tool + "']", function (button) {
            button.setAttribute("aria-pressed", String(pressed));
        });
    }

    function show() {
        press("theme", isDark());
        press("contrast", isHigh());
    }

    function resize(by) {
        var at = sizes.indexOf(get("size"));
        set("size", sizes[Math.max(0, Math.min(sizes.length - 1, (at < 0 ? 1 : at) + by))]);
    }

    function tell(button, key) {
        var status = button.parentNode.querySelector("[role='status']");
        if (status) {
            status.textContent = button.getAttribute("data-" + key) || "";
        }
    }

    function copy(button) {
        navigator.clipboard.writeText(location.href.split("#")[0]).then(
            function () {
                tell(button, "done");
            },
            function () {
                tell(button, "failed");
            });
    }

    var tools = {
        smaller: function () {
            resize(-1);
        },
        normal: function () {
            set("size", "");
        },
        larger: function () {
            resize(1);
        },
        contrast: function () {
            set("contrast", isHigh() ? "normal" : "high");
        },
        theme: function () {
            set("theme", isDark() ? "light" : "dark");
        },
        print: function () {
            window.print();
        },
        share: function (button) {
            if (navigator.share) {
                navigator.share({title: document.title, url: location.href}).catch(function () {});
            } else if (navigator.clipboard) {
                copy(button);
            } else {
                tell(button, "failed");
            }
        }
    };

    document.addEventListener("click", function (event) {
        var button = event.target.closest("[data-tool]");
        if (button && tools[button.getAttribute("data-tool")]) {
            tools[button.getAttribute("data-tool")](button);
        }
    });

    document.addEventListener("keydown", function (event) {
        var menu = document.querySelector(".menu[open]");
        if (event.key === "Escape" && menu) {
            menu.removeAttribute("open");
            menu.querySelector("summary").focus();
        }
    });

    // on paper everything folded is open, but for the tables of several cases: each of these has a sheet of its own
    window.addEventListener("beforeprint", function () {
        each("main details:not([open], .shut)", function (fold) {
            fold.setAttribute("open", "");
        });
    });

    // laid out as cards, a table's parts are no longer told as such by every browser
    var roles = {"thead, tbody": "rowgroup", tr: "row", "thead th": "columnheader", "tbody th": "rowheader", td: "cell"};
    each(".data", function (table) {
        table.setAttribute("role", "table");
        Object.keys(roles).forEach(function (part) {
            Array.prototype.forEach.call(table.querySelectorAll(part), function (element) {
                element.setAttribute("role", roles[part]);
            });
        });
    });

    // a table wider than its place can be moved with the keyboard
    each(".prose table", function (table) {
        if (table.scrollWidth > table.clientWidth) {
            table.setAttribute("tabindex", "0");
        }
    });

    show();
})(document.documentElement);
