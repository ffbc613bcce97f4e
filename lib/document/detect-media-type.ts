/** Magic numbers of what people upload by mistake: offset, bytes (latin1), media type. */
const magic: readonly (readonly [number, string, string])[] = [
  [0, "PK\x03\x04", "application/zip"],
  [0, "PK\x05\x06", "application/zip"],
  [0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"],
  [0, "\x89PNG\r\n", "image/png"],
  [0, "\xff\xd8\xff", "image/jpeg"],
  [0, "GIF8", "image/gif"],
  [0, "BM", "image/bmp"],
  [0, "II*\0", "image/tiff"],
  [0, "MM\0*", "image/tiff"],
  [8, "WEBP", "image/webp"],
  [4, "ftyp", "video/mp4"],
  [0, "Rar!\x1a\x07", "application/vnd.rar"],
  [0, "7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"],
  [0, "\x1f\x8b\x08", "application/gzip"],
  [0, "BZh", "application/x-bzip2"],
  [0, "\xfd7zXZ\0", "application/x-xz"],
  [257, "ustar", "application/x-tar"],
  [0, "{\\rtf", "application/rtf"],
  [0, "%!PS", "application/postscript"],
  [0, "ITSF", "application/vnd.ms-htmlhelp"],
  [0, "AT&TFORM", "image/vnd.djvu"],
  [0, "SQLite format 3\0", "application/vnd.sqlite3"],
  [0, "\x7fELF", "application/x-elf"],
  [0, "MZ\x90\0", "application/x-msdownload"],
];

/** Parts inside a zip container that say which kind it is. */
const containers: readonly (readonly [string, string])[] = [
  ["word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
  ["OFD.xml", "application/ofd"],
  ["application/epub+zip", "application/epub+zip"],
  ["opendocument.text", "application/vnd.oasis.opendocument.text"],
];

/** How much junk (an HTTP header, a mail's head) may stand before `%PDF-`; the PDF specification's own allowance. */
const pdfHeaderWindow = 1024;

/** Short magic that could also begin a text is believed only together with bytes that no text has. */
function looksBinary(head: string): boolean {
  return head.includes("\0");
}

/** Names the media type that the first bytes prove, or null where they may be a text (HTML included). Names of files play no part. */
export function detectMediaType(bytes: Uint8Array): string | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096));
  const head = view.toString("latin1");
  const at = head.slice(0, pdfHeaderWindow + 5).indexOf("%PDF-");
  if (at >= 0 && !/<(?:html|body|p|div)\b/i.test(head.slice(0, at))) return "application/pdf";
  for (const [offset, signature, mediaType] of magic) {
    if (!head.startsWith(signature, offset)) continue;
    if (signature.length < 4 && !looksBinary(head)) continue;
    if (mediaType !== "application/zip") return mediaType;
    return containers.find(([part]) => head.includes(part))?.[1] ?? mediaType;
  }
  return null;
}
