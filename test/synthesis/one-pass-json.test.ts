import { ApiObject, App, Chart, Lazy } from 'cdk8s';
import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import fc from 'fast-check';
import { onePassJson } from '../../lib/synthesis/one-pass-json';
import { objectClasses, patches, propsOfKind } from './api-objects';

/** What a rendering gives: an object, or that it gives none. */
function outcome(render: () => unknown): unknown {
  try {
    return render();
  } catch {
    return 'cannot be rendered';
  }
}

function expectSame(object: ApiObject): void {
  expect(outcome(() => onePassJson(object))).toStrictEqual(outcome(() => object.toJson()));
}

const chart = (): Chart => new Chart(new App(), 'chart', { namespace: 'shop', labels: { team: 'shop' } });

test('there are classes for all kinds of the API', () => {
  expect(objectClasses.length).toBeGreaterThan(100);
});

describe('gives what ApiObject.toJson() gives', () => {
  test.each(objectClasses)('for %s', (name, type) => {
    fc.assert(
      fc.property(propsOfKind(name), patches, (props, operations) => {
        const object = new type(chart(), 'object', props);
        object.addJsonPatch(...operations);
        object.metadata.addLabel('late', 'label');
        expectSame(object);
      }),
      { numRuns: 10 },
    );
  });

  test('for objects that no class describes', () => {
    const spec = {
      port: k8s.IntOrString.fromNumber(80),
      late: Lazy.any({ produce: () => [1, undefined] }) as unknown,
      empty: {},
    };
    const object = new ApiObject(chart(), 'object', { apiVersion: 'example.com/v1', kind: 'Thing', ...{ spec } });
    object.metadata.add('generation', 2);
    expectSame(object);
    expect(onePassJson(object)).toMatchObject({
      metadata: { generation: 2 },
      spec: { late: [1, undefined], empty: {} },
    });
  });

  test('for a class with a rendering of its own', () => {
    class Watched extends k8s.KubeConfigMap {
      public override toJson(): unknown {
        return { ...(super.toJson() as object), watched: true };
      }
    }
    const object = new Watched(chart(), 'object', { data: { key: 'value' } });
    expectSame(object);
    expect(onePassJson(object)).toHaveProperty('watched', true);
  });

  test('for an object with a rendering of its own', () => {
    const object = new k8s.KubeConfigMap(chart(), 'object', { data: { key: 'value' } });
    object.toJson = (): unknown => ({ watched: true });
    expectSame(object);
    expect(onePassJson(object)).toEqual({ watched: true });
  });

  test('for an application with resolvers of its own', () => {
    const shout = {
      resolve: (at: { value: unknown; replaceValue(value: string): void }): void => {
        if (at.value === 'quiet') at.replaceValue('loud');
      },
    };
    const object = new k8s.KubeConfigMap(new Chart(new App({ resolvers: [shout] }), 'chart'), 'object', {
      data: { key: 'quiet' },
    });
    expectSame(object);
    expect(onePassJson(object)).toMatchObject({ data: { key: 'loud' } });
  });

  test.each([
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['an object without prototype', Object.create(null) as object],
  ])('for %s, which cannot be rendered', (_, value: unknown) => {
    const object = new ApiObject(chart(), 'object', { apiVersion: 'v1', kind: 'Thing', ...{ spec: { value } } });
    expect(() => onePassJson(object)).toThrow();
    expect(() => {
      object.toJson();
    }).toThrow();
  });
});
