import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

// As the starters have it, with every field let through as it is.
const blog = defineCollection({
  loader: glob({ base: "./src/content/blog", pattern: "**/*.{md,markdown}" }),
  schema: z.object({}).passthrough(),
});
export const collections = { blog };
