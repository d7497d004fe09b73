import type { Options } from 'ajv';
import { Ajv } from 'ajv';
import type { Mistake } from './problem';
import { environmentSchema } from './schema/environment-schema';
import { imagesSchema } from './schema/images-schema';
import { schemaMistakes } from './schema-mistakes';

/** Judges a value and fills in what the schema says of keys that are not there. */
export type Validator = (value: unknown) => readonly Mistake[];

/** The judges of the two kinds of files. */
export interface Validators {
  readonly environment: Validator;
  readonly images: Validator;
}

let compiled: Validators | undefined;

/**
 * Compiles the schemas, once per process. They are not judged themselves,
 * which would cost more than everything else here together: a test does it.
 */
export function validators(): Validators {
  compiled ??= { environment: compile(environmentSchema), images: compile(imagesSchema) };
  return compiled;
}

function compile(schema: object): Validator {
  const validate = new Ajv(options).compile(schema);
  return (value) => (validate(value) ? [] : schemaMistakes(validate.errors ?? []));
}

const options: Options = {
  allErrors: true,
  verbose: true,
  useDefaults: true,
  discriminator: true,
  strict: false,
  validateSchema: false,
  meta: false,
  // The optimizer takes longer than it saves on a handful of small files.
  code: { optimize: false },
};
