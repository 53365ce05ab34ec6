// The posts at which Hexo stops, or which it leaves out with an error: JSON, path -> what it says.
"use strict";
const path = require("node:path");

const packages = path.join(process.cwd(), "node_modules");
const Hexo = require(path.join(packages, "hexo"));

async function main() {
  const hexo = new Hexo(process.cwd(), { silent: true });
  const refused = {};
  await hexo.init();
  const process_ = hexo.source.processors.map((one) => one);
  for (const one of process_) {
    const { process: run } = one;
    one.process = async function (file) {
      try {
        return await run.call(this, file);
      } catch (error) {
        refused[`source/${file.path}`] = String(error).slice(0, 300);
      }
    };
  }
  await hexo.source.process();
  for (const post of hexo.model("Post").toArray()) {
    try {
      await hexo.post.render(post.full_source, post);
    } catch (error) {
      refused[`source/${post.source}`] = String(error).slice(0, 300);
    }
  }
  console.log(JSON.stringify(refused));
}

main();
