/** Elements whose content is never shown, or not as text of the page. */
export const unseen = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "head",
  "#comment",
  "datalist",
  "rp",
  "rt",
  "del",
  "s",
  "strike",
  "noembed",
  "noframes",
  "math",
]);

/** Elements that begin and end a line of their own. */
export const blockLevel = new Set(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp".split(
    " ",
  ),
);

/** Elements in which white space and line ends stand as they are written. */
export const preformatted = new Set(["pre", "listing", "xmp", "plaintext", "textarea"]);

/** Elements that show a picture or another page. */
export const pictures = new Set(["img", "svg", "canvas", "object", "embed", "iframe", "image"]);
