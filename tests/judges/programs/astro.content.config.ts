import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

function coerced(value) {
  try {
    return z.coerce.date().parse(value).toISOString();
  } catch {
    return null;
  }
}

function dates(data) {
  const found = {};
  for (const key of Object.keys(data)) {
    found[key] = [coerced(data[key]), z.date().safeParse(data[key]).success];
  }
  return found;
}

// As the starters have it, with every field let through as it is; dates are read here as there, for
// the store behind makes another moment of a TOML date-time without a zone.
const blog = defineCollection({
  loader: glob({ base: "./src/content/blog", pattern: "**/*.{md,markdown}" }),
  schema: z.object({}).passthrough().transform((data) => ({ ...data, judged_dates: dates(data) })),
});
export const collections = { blog };
