/**
 * Breaks a text at spaces. Words longer than the width stay whole: a broken URL or code helps nobody.
 *
 * @param width in columns; the text is taken as one column a character, since it is our own prose.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/[ \n]+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
