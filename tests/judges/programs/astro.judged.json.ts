import { getCollection } from "astro:content";

function kind(value) {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return `[${value.map(kind)}]`;
  if (value instanceof Date) return "Date";
  if (typeof value !== "object") return typeof value;
  return `{${Object.keys(value).map((key) => `${key}:${kind(value[key])}`)}}`;
}

function json(value) {
  return value instanceof Date && isNaN(value) ? "no date" : JSON.stringify(value);
}

function raw(value) {
  try {
    return String(value);
  } catch {
    return "not printed";
  }
}

function fields(data) {
  return Object.fromEntries(
    Object.keys(data).map((key) => [key, [kind(data[key]), raw(data[key]), json(data[key])]]),
  );
}

export async function GET(context) {
  const entries = await getCollection("blog");
  const terms = {};
  const pages = entries.map(({ data: { judged_dates: dates, ...data }, ...entry }) => {
    for (const tag of [data.tags ?? []].flat()) (terms[tag] ??= []).push(entry.id);
    return {
      path: entry.filePath, url: `/blog/${entry.id}/`, slug: entry.id, fields: fields(data),
      dates, listed: data.draft !== true, html: entry.rendered?.html ?? "",
    };
  });
  return new Response(JSON.stringify({ pages, terms }));
}
