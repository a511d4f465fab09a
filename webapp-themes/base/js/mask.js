/* Draws boxes over the picture of a citizen's file: each is a line of the field below, which works without this. */
(function () {
    "use strict";

    document.querySelectorAll("[data-boxes]").forEach(function (stage) {
        var field = document.getElementById(stage.dataset.boxes);
        var picture = stage.querySelector("img");
        var from = null;
        var drawn = null;

        if (!field || !picture) {
            return;
        }
        picture.draggable = false;

        function place(part, box) {
            part.style.left = box[0] + "%";
            part.style.top = box[1] + "%";
            part.style.width = box[2] + "%";
            part.style.height = box[3] + "%";
        }

        function made(box) {
            var part = document.createElement("div");
            part.className = "mask-box";
            place(part, box);
            stage.append(part);
            return part;
        }

        function show() {
            stage.querySelectorAll(".mask-box").forEach(function (part) {
                part.remove();
            });
            field.value.split(/[\n;]/).forEach(function (line) {
                var box = line.trim().replace(/,/g, ".").split(/\s+/).map(Number);
                if (box.length === 4 && box.every(isFinite)) {
                    made(box);
                }
            });
        }

        function at(event) {
            var frame = picture.getBoundingClientRect();
            return [
                Math.min(100, Math.max(0, (event.clientX - frame.left) * 100 / frame.width)),
                Math.min(100, Math.max(0, (event.clientY - frame.top) * 100 / frame.height))
            ];
        }

        function between(one, other) {
            return [
                Math.min(one[0], other[0]),
                Math.min(one[1], other[1]),
                Math.abs(one[0] - other[0]),
                Math.abs(one[1] - other[1])
            ];
        }

        stage.addEventListener("pointerdown", function (event) {
            if (event.button !== 0) {
                return;
            }
            event.preventDefault();
            stage.setPointerCapture(event.pointerId);
            from = at(event);
            drawn = made(between(from, from));
        });
        stage.addEventListener("pointermove", function (event) {
            if (from) {
                place(drawn, between(from, at(event)));
            }
        });
        stage.addEventListener("pointercancel", function () {
            from = null;
            show();
        });
        stage.addEventListener("pointerup", function (event) {
            if (!from) {
                return;
            }
            var box = between(from, at(event));
            from = null;
            if (box[2] >= 0.5 && box[3] >= 0.5) {
                var line = box.map(function (number) {
                    return (Math.floor(number * 100) / 100).toFixed(2);
                }).join(" ");
                field.value = field.value.trim() ? field.value.trim() + "\n" + line : line;
                field.dispatchEvent(new Event("input", {bubbles: true}));
            }
            show();
        });
        field.addEventListener("input", show);
        show();
    });
})();
