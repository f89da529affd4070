/** Full-width characters take the size of the type, others a little more than half of it; measured on the fonts that the page names. */
const WIDE = /[⺀-鿿가-힣豈-﫿＀-￯]/;
const NARROW = 0.56;

/** A text on at most `lines` lines of `width` pixels, at `size` pixels; what does not fit ends in `…`. SVG breaks no lines by itself. */
export function fitText(text: string, width: number, size: number, lines = 1): readonly string[] {
  const fitted: string[] = [];
  let rest = text.trim();
  while (rest !== '' && fitted.length < lines) {
    const count = countThatFits(rest, width, size);
    if (count >= rest.length) return [...fitted, rest];
    if (fitted.length === lines - 1) return [...fitted, `${rest.slice(0, Math.max(1, count - 1)).trimEnd()}…`];
    const space = rest.lastIndexOf(' ', count);
    const cut = space > count / 2 ? space : count;
    fitted.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return fitted;
}

function countThatFits(text: string, width: number, size: number): number {
  let used = 0;
  let count = 0;
  for (const character of text) {
    used += WIDE.test(character) ? size : size * NARROW;
    if (used > width) break;
    count += character.length;
  }
  return Math.max(1, count);
}
