import type { Alias, Document, Node, YAMLError } from 'yaml';
import { isAlias, isCollection, isMap, isPair, isScalar, isSeq, visit, Composer, LineCounter, Parser } from 'yaml';
import { nestingBeyond } from './nesting';
import type { Mistake, Problem } from './problem';
import { Source } from './source';
import { syntaxProblem } from './syntax-problem';

/** Deeper than any key of the schemas; what goes on further is a mistake or an attack on the parser. */
const deepest = 16;

/** Enough to share a few blocks, too few for a document that multiplies itself when it is read. */
const mostAliases = 20;

/** YAML 1.2 without extensions: keys are text, and there are no tags. */
const options = { version: '1.2', prettyErrors: false, stringKeys: true, resolveKnownTags: false } as const;

/** A file as far as it could be understood. */
export interface ParsedSource {
  readonly source: Source;
  /** The plain value; undefined when the text is too broken to go on with. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

/** Parses the text of one file. Never throws: what is no good YAML is a problem with its place. */
export function parseSource(file: string, text: string): ParsedSource {
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const tooDeep = nestingBeyond(deepest, tokens);
  // Composing calls itself for every level, so it is not begun with what may exhaust the stack.
  const [document, second] = new Composer(options).compose(tooDeep === undefined ? tokens : [], true, text.length);
  if (document === undefined) throw new Error('the YAML library composed no document, which it promises to do');
  const source = new Source(file, text, document, lines);
  if (tooDeep !== undefined) return { source, value: undefined, problems: [nested(source, tooDeep)] };

  const errors: readonly YAMLError[] = [...document.errors, ...document.warnings];
  const problems = causes(errors.map((error) => syntaxProblem(source, error)));
  if (second) return { source, value: undefined, problems: [...problems, secondDocument(source, second.range[0])] };
  // A repeated key leaves a value that can be judged; anything else would only produce consequential errors.
  if (errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return { source, value: undefined, problems };
  const mistakes = structuralMistakes(source);
  if (mistakes.length > 0) return { source, value: undefined, problems: [...problems, ...mistakes] };
  return { source, value: document.toJS({ maxAliasCount: -1 }), problems };
}

/** What the grammar allows and a description does not need. */
function structuralMistakes(source: Source): readonly Problem[] {
  const { document } = source;
  if (!isMap(document.contents)) return [source.problem(notAMapping(document.contents))];
  const problems: Problem[] = document.directives.yaml.explicit === true ? [versionDirective(source)] : [];
  const report = (node: Node, mistake: Omit<Mistake, 'path'>): void => {
    problems.push({
      file: source.file,
      path: source.pathAt(node.range?.[0] ?? 0),
      ...mistake,
      ...source.startOf(node),
    });
  };
  let aliases = 0;
  visit(document, {
    Alias: (_, alias) => {
      aliases += 1;
      const mistake = aliasMistake(alias, document) ?? (aliases === mostAliases + 1 ? tooManyAliases : undefined);
      if (mistake) report(alias, mistake);
    },
  });
  return problems;
}

function versionDirective(source: Source): Problem {
  return problemAt(source, source.text.search(/^%YAML/m), {
    found: 'a %YAML directive',
    expected: 'YAML 1.2 without saying so',
    fix: "remove the line and the '---' after it",
  });
}

function nested(source: Source, offset: number): Problem {
  return problemAt(source, offset, {
    found: `more than ${deepest} levels`,
    expected: 'fewer',
    fix: 'remove what is nested too deeply',
  });
}

function secondDocument(source: Source, offset: number): Problem {
  return problemAt(source, offset, {
    found: 'a second document',
    expected: 'one',
    fix: "remove the '---', or make it a file of its own",
  });
}

function problemAt(source: Source, offset: number, mistake: Omit<Mistake, 'path'>): Problem {
  return { file: source.file, path: [], ...mistake, ...source.positionAt(offset) };
}

const tooManyAliases = {
  found: `more than ${mostAliases} aliases`,
  expected: 'fewer',
  fix: 'write the value out',
} as const;

/** Aliases of aliases are refused: they are what a few lines need in order to become gigabytes. */
function aliasMistake(alias: Alias, document: Document): Omit<Mistake, 'path'> | undefined {
  const found = `the alias *${alias.source}`;
  const fix = 'write the value out';
  const target = alias.resolve(document);
  if (!target) return { found, expected: `an anchor &${alias.source} before it`, fix };
  return holdsAlias(target)
    ? { found: `${found} of something that holds aliases`, expected: 'an anchor without aliases in it', fix }
    : undefined;
}

function holdsAlias(node: unknown): boolean {
  if (isAlias(node)) return true;
  return isCollection(node) && node.items.some((item) => holdsAlias(isPair(item) ? item.value : item));
}

function notAMapping(contents: unknown): Mistake {
  const expected = 'a mapping of keys to values';
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return { path: [], found: 'an empty file', expected, fix: 'copy a neighboring file and change what differs' };
  }
  const found = isSeq(contents) ? 'a list' : isAlias(contents) ? 'an alias' : 'a single value';
  return { path: [], found, expected, fix: "start each line with a key, as in 'name: staging'" };
}

/** An error in the line right after another one is its consequence; the first names the cause. */
function causes(problems: readonly Problem[]): readonly Problem[] {
  const sorted = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
  return sorted.filter(({ line }, index) => line > (sorted[index - 1]?.line ?? -1) + 1);
}
