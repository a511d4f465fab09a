/* Makes webapp-themes/base/js/editor.js of the sources here, with the licences of everything in it and its SHA-256 beside it. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
if (!out || !existsSync(out)) {
    throw new Error("Say into which folder: node build.js <folder>");
}
const made = await build({
    absWorkingDir: here,
    entryPoints: ["editor.js"],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "iife",
    target: ["chrome109", "firefox115", "safari16"],
    charset: "utf8",
    legalComments: "none",
    banner: { js: "/* Made of src/main/editor by mvn -Peditor. Licences: editor.licences.txt */" },
});
const script = Buffer.from(made.outputFiles[0].contents);
if (/\beval\(|new Function\(/.test(script.toString())) {
    throw new Error("The policy of the portal does not let scripts evaluate text");
}
const bundled = new Set(
    Object.keys(made.metafile.inputs)
        .map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1])
        .filter(Boolean),
);
const licences = [...bundled].sort().map((name) => {
    const folder = join(here, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    if (!["MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "ISC"].includes(license)) {
        throw new Error(`${name} has the licence ${license}, of which nobody has decided`);
    }
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    if (!file) {
        throw new Error(`${name} comes without the text of its licence`);
    }
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
});
writeFileSync(join(out, "editor.js"), script);
writeFileSync(join(out, "editor.licences.txt"), licences.join("\n" + "-".repeat(80) + "\n\n"));
writeFileSync(join(out, "editor.sha256"), createHash("sha256").update(script).digest("hex") + "  editor.js\n");
console.log(`editor.js: ${script.length} bytes of ${bundled.size} packages`);
