/* Runs before the first paint: what the reader chose earlier is set at once, so that nothing flickers. */
(function (root) {
    root.classList.add("js");
    try {
        ["theme", "contrast", "size"].forEach(function (name) {
            var value = localStorage.getItem("portal." + name);
            if (value) {
                root.setAttribute("data-" + name, value);
            }
        });
    } catch (refused) {
        // storage is switched off: the device's settings hold
    }
})(document.documentElement);
