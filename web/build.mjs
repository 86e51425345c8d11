// Builds the islands into the desk's static files, or into the folder given. No hashes in names, no maps: the same
// source gives the same bytes.
import { build } from "vite";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const outDir = process.argv[2] ?? here("../src/sayso/desk/static");

const entries = [
  { entry: "src/main.ts", format: "es", file: "desk.js" },
  { entry: "src/theme.ts", format: "iife", file: "theme.js" }, // runs before the page is drawn
];

for (const { entry, format, file } of entries) {
  await build({
    root: here("."),
    configFile: false,
    logLevel: "warn",
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2022",
      minify: "esbuild",
      lib: { entry: here(entry), formats: [format], name: "sayso", fileName: () => file },
      rollupOptions: { output: { inlineDynamicImports: true } },
    },
    esbuild: { legalComments: "none" },
  });
}
