import { closestWord } from '../closest-word';
import { rule } from '../environment-rule';
import { wordsFor } from '../value-words';

/** The name in the file is the name of the file: one cannot be mistaken for the other. */
export const nameIsFileName = rule(['name'], ({ name }, { stem }) =>
  name === stem
    ? []
    : [
        {
          path: ['name'],
          found: wordsFor(name),
          expected: `the name of the file, ${wordsFor(stem)}`,
          fix: `write 'name: ${stem}', or rename the file to ${name}.yaml`,
        },
      ],
);

/** Settings are for services that exist: a misspelled one would have no effect and nobody would notice. */
export const servicesExist = rule(['services'], ({ services }, { services: known }) =>
  Object.keys(services)
    .filter((name) => known !== undefined && !known.includes(name))
    .map((name) => {
      const meant = closestWord(name, known ?? []);
      return {
        path: ['services', name],
        at: 'key',
        found: 'a service that does not exist',
        expected: `one of ${(known ?? []).join(', ')}`,
        fix: meant === undefined ? 'remove it, or add the service to the charts first' : `did you mean '${meant}'?`,
      } as const;
    }),
);
