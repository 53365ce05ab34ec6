// What Eleventy makes of the articles in `content`. `node eleventy.mjs PACKAGES check` gives those
// at which it stops, each tried alone: JSON, path -> what it says. Without `check`: the whole site.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [packages, task] = process.argv.slice(2);
const main = path.join(packages, "node_modules/@11ty/eleventy/src/Eleventy.js");
const { Eleventy } = await import(pathToFileURL(main));
const log = console.log;
console.log = console.warn = console.error = () => {};

const LEFT_OUT = new Set(["page", "eleventy", "collections", "pkg", "content"]);

function kind(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return `[${value.map(kind)}]`;
  if (value instanceof Date) return "Date";
  if (typeof value !== "object") return typeof value;
  return `{${Object.keys(value).map((key) => `${key}:${kind(value[key])}`)}}`;
}

function raw(value) {
  try {
    return String(value);
  } catch {
    return "not printed";
  }
}

function fields(data) {
  const keys = Object.keys(data).filter((key) => !LEFT_OUT.has(key));
  return Object.fromEntries(
    keys.map((key) => [key, [kind(data[key]), raw(data[key]), JSON.stringify(data[key])]]),
  );
}

async function build(input, seen) {
  const eleventy = new Eleventy(input, "_site", {
    quietMode: true,
    configPath: null,
    config(settings) {
      settings.setUseGitIgnore(false);
      settings.addCollection("judged", (api) => {
        for (const item of api.getAll()) {
          seen.pages.push({
            path: item.inputPath.replace(/^\.\//, ""), url: item.url, slug: item.fileSlug,
            moment: item.date.toISOString(), fields: fields(item.data),
            tags: item.data.tags === undefined ? null : item.data.tags,
            excerpt: item.page.excerpt ?? null,
          });
        }
        return [];
      });
      settings.addCollection("terms", (api) => {
        for (const item of api.getAll()) {
          for (const tag of [item.data.tags ?? []].flat()) {
            if (typeof tag === "string") {
              seen.terms[tag] = api.getFilteredByTag(tag).map((one) => one.url).sort();
            }
          }
        }
        return [];
      });
    },
  });
  const made = await eleventy.toJSON();
  seen.written = made.map((one) => [one.url, one.content]).sort();
}

if (task === "check") {
  const refused = {};
  for (const file of fs.readdirSync("content", { recursive: true }).sort()) {
    const name = `content/${file}`;
    if (!fs.statSync(name).isFile()) continue;
    try {
      await build(name, { pages: [], terms: {} });
    } catch (error) {
      refused[name] = String(error.originalError ?? error).slice(0, 300);
    }
  }
  log(JSON.stringify(refused));
} else {
  const seen = { pages: [], terms: {} };
  await build("content", seen);
  log(JSON.stringify(seen));
}
