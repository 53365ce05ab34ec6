// The articles whose front matter Astro cannot read: JSON, path -> what it says.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const packages = path.join(process.argv[2], "node_modules");
const load = (name) => import(pathToFileURL(path.join(packages, name)));
const { parseFrontmatter, createMarkdownProcessor } = await load("@astrojs/markdown-remark/dist/index.js");
const refused = {};
const processor = await createMarkdownProcessor({});
for (const file of fs.readdirSync("src/content/blog", { recursive: true }).sort()) {
  const name = `src/content/blog/${file}`;
  if (!fs.statSync(name).isFile()) continue;
  try {
    const { frontmatter, content } = parseFrontmatter(fs.readFileSync(name, "utf-8"));
    if (Array.isArray(frontmatter)) throw new Error("a list");
    if (frontmatter.slug !== undefined && typeof frontmatter.slug !== "string") throw new Error("slug");
    await processor.render(content);
  } catch (error) {
    refused[name] = String(error).slice(0, 300);
  }
}
console.log(JSON.stringify(refused));
