/* Makes altcha.js and altcha-worker.js in webapp-themes/base/js of ALTCHA's packages, with their licences and their SHA-256 beside them. */
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
const bundled = new Set();
const sums = [];
for (const [entry, name] of [["altcha.js", "altcha.js"], ["worker.js", "altcha-worker.js"]]) {
    const made = await build({
        absWorkingDir: here,
        entryPoints: [entry],
        bundle: true,
        minify: true,
        write: false,
        metafile: true,
        format: "iife",
        target: ["chrome109", "firefox115", "safari16"],
        charset: "utf8",
        legalComments: "none",
        logOverride: { "empty-import-meta": "silent" },
        banner: { js: "/* Made of src/main/altcha by mvn -Paltcha. Licences: altcha.licences.txt */" },
    });
    const script = Buffer.from(made.outputFiles[0].contents);
    if (/\beval\(|new Function\(/.test(script.toString())) {
        throw new Error("The policy of the portal does not let scripts evaluate text");
    }
    Object.keys(made.metafile.inputs)
        .map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1])
        .filter(Boolean)
        .forEach((each) => bundled.add(each));
    writeFileSync(join(out, name), script);
    sums.push(createHash("sha256").update(script).digest("hex") + "  " + name + "\n");
    console.log(`${name}: ${script.length} bytes`);
}
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
writeFileSync(join(out, "altcha.licences.txt"), licences.join("\n" + "-".repeat(80) + "\n\n"));
writeFileSync(join(out, "altcha.sha256"), sums.join(""));
