/* ALTCHA's widget without its styles and with its worker as a file: the policy of the portal lets in neither inline. */
import "altcha/external";

globalThis.altchaCreateWorker = (url) => new Worker(url);
