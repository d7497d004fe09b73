import type { Problem } from './problem';
import type { SecretLiteral } from './secret-literals';
import type { Source } from './source';

/** The mistake of writing a secret down, without saying the secret. */
export function secretProblem(source: Source, { what, text, start }: SecretLiteral): Problem {
  return {
    file: source.file,
    path: source.pathAt(start),
    found: `what looks like ${what} (${text.length} characters, not shown)`,
    expected: 'no secret in these files, not even in a comment: they are committed',
    fix: "remove it, replace it wherever it is in use, and let the provider under 'secrets' supply the new one",
    ...source.positionAt(start),
  };
}

/** Shorter texts may stand in a message by chance. */
const shortestTelling = 8;

/** Takes every secret of a file out of what a problem says. */
export function concealing(source: Source, secrets: readonly SecretLiteral[]): (problem: Problem) => Problem {
  if (secrets.length === 0) return (problem) => problem;
  const telling = secrets.map(({ text }) => text).filter((text) => text.length >= shortestTelling);
  const tells = (text: string): boolean => telling.some((secret) => text.includes(secret));
  const without = (text: string): string =>
    telling.reduce((rest, secret) => rest.replaceAll(secret, '(not shown)'), text);
  const places = new Set(secrets.map(({ start }) => JSON.stringify(source.pathAt(start))));
  return (problem) => {
    const isSecret = problem.path.length > 0 && places.has(JSON.stringify(problem.path));
    return {
      ...problem,
      path: problem.path.map((step) => (typeof step === 'string' && tells(step) ? '(not shown)' : step)),
      found: isSecret ? 'a value that is not shown' : without(problem.found),
      fix: isSecret ? 'see the other mistake of this value' : without(problem.fix),
    };
  };
}
