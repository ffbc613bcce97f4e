/**
 * What is left of a text when the words of a vocabulary are taken out one after the other, longest first. Reads each
 * character once for each length of word, so that no text makes it slow.
 */
export function createStripper(words: string): (text: string) => string {
  const vocabulary = new Set(words.split(/\s+/).filter(Boolean));
  const longest = Math.max(...[...vocabulary].map((word) => word.length));
  return (text) => {
    let rest = "";
    for (let at = 0; at < text.length; ) {
      let length = Math.min(longest, text.length - at);
      while (length > 0 && !vocabulary.has(text.slice(at, at + length))) length--;
      if (length === 0) rest += text[at++];
      else at += length;
    }
    return rest;
  };
}
