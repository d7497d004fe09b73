/** A directive of an NGINX configuration, as NGINX would read it. */
export interface Directive {
  readonly name: string;
  readonly args: readonly string[];
  readonly block: readonly Directive[];
}

const token =
  /\s+|#[^\n]*|([;{}])|"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)'|((?:[^\s;{}"'\\]|\\[^])(?:[^\s;{}\\]|\\[^])*)/y;

/** Reads a configuration. @throws where NGINX would: at an open quote, a missing semicolon, an unbalanced brace */
export function readNginx(text: string): readonly Directive[] {
  const root: Directive[] = [];
  const open: Directive[][] = [root];
  let words: string[] = [];
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) throw new Error(`cannot be read: ${text.slice(at, at + 40)}`);
    const [, sign, double, single, bare] = match;
    const word = double ?? single ?? bare;
    if (word !== undefined) words.push(word);
    if (sign === undefined) continue;
    const [name, ...args] = words;
    words = [];
    if (sign === '}') {
      if (name !== undefined || open.length === 1) throw new Error(`unexpected } after ${name ?? 'nothing'}`);
      open.pop();
      continue;
    }
    if (name === undefined) throw new Error(`unexpected ${sign}`);
    const block: Directive[] = [];
    open.at(-1)?.push({ name, args, block });
    if (sign === '{') open.push(block);
  }
  if (open.length > 1 || words.length > 0) throw new Error(`ends too early, after ${words.join(' ')}`);
  return root;
}

/** All directives of that name, at any depth. */
export function findAll(directives: readonly Directive[], name: string): readonly Directive[] {
  return directives.flatMap((directive) => [
    ...(directive.name === name ? [directive] : []),
    ...findAll(directive.block, name),
  ]);
}

/** The arguments of the only directive of that name, at any depth. @throws when there is not exactly one */
export function argsOf(directives: readonly Directive[], name: string): readonly string[] {
  const found = findAll(directives, name);
  const [directive] = found;
  if (directive && found.length === 1) return directive.args;
  throw new Error(`${name}: found ${found.length} times, expected once`);
}

/** The arguments of every directive of that name, each joined to one text. */
export function valuesOf(directives: readonly Directive[], name: string): readonly string[] {
  return findAll(directives, name).map(({ args }) => args.join(' '));
}

/** The names of all directives in their nesting: what stays the same when only values differ. */
export function shapeOf(directives: readonly Directive[]): string {
  return directives.map(({ name, args, block }) => `${name}/${args.length}{${shapeOf(block)}}`).join(' ');
}
