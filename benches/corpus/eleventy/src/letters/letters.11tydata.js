export default {
  layout: "letter.11ty.js",
  tags: "letter",
  // The whole name of the file: Eleventy would leave the date out.
  permalink: ({ page }) => page.inputPath.replace(/^\.\/src(.*)\.md$/, "$1/"),
};
