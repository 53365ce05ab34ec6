// A script of a Hexo site: writes what Hexo holds of each post to public/judged.json.
"use strict";

const LEFT_OUT = new Set([
  "_content", "_id", "__post", "prev", "next", "raw", "more", "content", "asset_dir", "full_source",
]);

function kind(value) {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return `[${value.map(kind)}]`;
  if (value instanceof Date) return "Date";
  if (typeof value.toISOString === "function") return "moment";
  if (typeof value !== "object") return typeof value;
  if (typeof value.toArray === "function") return "terms";
  return `{${Object.keys(value).map((key) => `${key}:${kind(value[key])}`)}}`;
}

function shown(value) {
  if (value && typeof value.toISOString === "function") {
    return isNaN(value) ? null : value.toISOString();
  }
  if (value && typeof value.toArray === "function") return value.map((one) => one.name);
  return value;
}

function raw(value) {
  try {
    return String(value);
  } catch {
    return "not printed";
  }
}

function fields(post) {
  const keys = Object.keys(post).filter((key) => !LEFT_OUT.has(key));
  return Object.fromEntries(
    keys.map((key) => [key, [kind(post[key]), raw(shown(post[key])), JSON.stringify(shown(post[key]))]]),
  );
}

hexo.extend.generator.register("judged", (locals) => {
  const posts = locals.posts.toArray();
  const terms = (found) => found.map((one) => [one.path, one.name, ...one.posts.map((post) => post.path).sort()]);
  const pages = posts.map((post) => ({
    path: `source/${post.source}`, url: `/${post.path}`, slug: post.slug,
    moment: shown(post.date), updated: shown(post.updated), excerpt: post.excerpt,
    tags: post.tags.map((one) => one.path), categories: post.categories.map((one) => one.path),
    fields: fields(post),
  }));
  const data = { pages, terms: { tags: terms(locals.tags), categories: terms(locals.categories) } };
  return { path: "judged.json", data: JSON.stringify(data) };
});
