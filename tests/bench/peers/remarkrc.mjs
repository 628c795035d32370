// What remark does in the benchmark: read each file and check its front matter against a JSON Schema.
import remarkFrontmatter from "remark-frontmatter";
import remarkLintFrontmatterSchema from "remark-lint-frontmatter-schema";
import schema from "./front-matter.schema.json" with { type: "json" };

export default {
  plugins: [remarkFrontmatter, [remarkLintFrontmatterSchema, { embed: schema }]],
};
