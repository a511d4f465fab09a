/* Passkeys: asks the portal what a device must sign, the device to do it, and sends the answer as a form like any other. */
(function () {
    "use strict";

    function bytes(text) {
        var plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
        return Uint8Array.from(plain, function (letter) {
            return letter.charCodeAt(0);
        });
    }

    function text(buffer) {
        return btoa(String.fromCharCode.apply(null, new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
    }

    function known(list) {
        return list.map(function (each) {
            return { type: each.type, id: bytes(each.id) };
        });
    }

    function ask(kind, options) {
        options.challenge = bytes(options.challenge);
        if (kind === "get") {
            options.allowCredentials = known(options.allowCredentials);
            return navigator.credentials.get({ publicKey: options });
        }
        options.user.id = bytes(options.user.id);
        options.excludeCredentials = known(options.excludeCredentials);
        return navigator.credentials.create({ publicKey: options });
    }

    /* As the standard writes an answer down. */
    function written(key) {
        var response = { clientDataJSON: text(key.response.clientDataJSON) };
        if (key.response.attestationObject) {
            response.attestationObject = text(key.response.attestationObject);
            response.transports = key.response.getTransports ? key.response.getTransports() : [];
        } else {
            response.authenticatorData = text(key.response.authenticatorData);
            response.signature = text(key.response.signature);
            response.userHandle = key.response.userHandle ? text(key.response.userHandle) : null;
        }
        return JSON.stringify({
            id: key.id,
            rawId: text(key.rawId),
            type: key.type,
            authenticatorAttachment: key.authenticatorAttachment,
            clientExtensionResults: key.getClientExtensionResults(),
            response: response
        });
    }

    document.querySelectorAll("form[data-passkey]").forEach(function (form) {
        if (!window.PublicKeyCredential || !navigator.credentials) {
            return;
        }
        form.hidden = false;
        var status = form.querySelector("[role=status]");
        var answer = form.querySelector("[name$=answer]");
        var challenge = form.querySelector("[name$=challenge]");

        function begin(button) {
            status.textContent = form.dataset.waiting;
            fetch(form.dataset.options || form.action, { method: "POST", credentials: "same-origin" }).then(function (told) {
                return told.ok ? told.json() : Promise.reject(told.status);
            }).then(function (options) {
                challenge.value = options.challenge;
                return ask(form.dataset.passkey, options);
            }).then(function (key) {
                answer.value = written(key);
                form.requestSubmit(button);
            }).catch(function () {
                status.textContent = form.dataset.failed;
            });
        }

        form.addEventListener("submit", function (event) {
            if (!answer.value) {
                event.preventDefault();
                event.stopImmediatePropagation();
                begin(event.submitter);
            }
        }, true);
        form.querySelectorAll("button[type=button]").forEach(function (button) {
            button.addEventListener("click", function () {
                begin(null);
            });
        });
    });
})();
