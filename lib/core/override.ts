import type { ApiObject } from 'cdk8s';
import { JsonPatch } from 'cdk8s';
import type { Json } from '../contracts';
import { DescriptionError, invalidProp } from './errors';
import { objectName } from './names';

interface Override {
  readonly path: string;
  readonly value: Json;
}

const overrides = new WeakMap<ApiObject, Override[]>();

/**
 * Sets one field of a rendered object that no prop reaches: the only escape
 * hatch. `path` is a JSON pointer; the reason becomes an annotation.
 *
 * Generated classes silently drop fields they do not know, also those added by
 * a patch, so rendering verifies that the value is really there.
 */
export function override(object: ApiObject, path: string, value: Json, reason: string): void {
  if (!path.startsWith('/') || reason.trim().length < 20) {
    throw invalidProp(object, {
      prop: 'override',
      got: { path, reason },
      expected: 'a JSON pointer such as /spec/paused, and a reason of 20 characters or more',
      fix: 'name the field from the root of the object, and say why no prop can set it',
    });
  }
  object.addJsonPatch(JsonPatch.add(path, value));
  object.metadata.addAnnotation(reasonAnnotation(path), reason);
  overrides.set(object, [...(overrides.get(object) ?? []), { path, value }]);
}

/** The annotation that holds the reason: the path in the characters that a name may have, one for each path. */
function reasonAnnotation(path: string): string {
  return `drydock.dev/${objectName(`override${path.replaceAll(/[^A-Za-z0-9]+/g, '.')}`.replace(/\.$/, ''))}`;
}

/** Fails unless every override of the object stands in what was rendered from it. */
export function verifyOverrides(object: ApiObject, rendered: unknown): void {
  for (const { path, value } of overrides.get(object) ?? []) {
    if (JSON.stringify(at(rendered, path)) !== JSON.stringify(value)) {
      throw new DescriptionError(
        `${object.node.path}: override(${path}) did not reach the rendered object; the field does not exist in ${object.apiVersion} ${object.kind}`,
      );
    }
  }
}

function at(root: unknown, pointer: string): unknown {
  let value = root;
  for (const step of pointer.slice(1).split('/')) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }
  return value;
}
