import { Component } from '../../lib/core';
import type { Priority } from '../../lib/workloads';
import { PriorityClasses, priorityClassName } from '../../lib/workloads';
import { TestPlatform } from '../test-platform';

it('puts data before what reads it, and what can wait last', () => {
  const platform = new TestPlatform();
  new PriorityClasses(new Component(platform.root, 'cluster', { platform: 'shop' }), 'priorities', 'shop');
  const order: readonly Priority[] = ['data', 'app', 'web', 'batch'];
  const values = order.map((priority) =>
    Number(platform.get('PriorityClass', priorityClassName('shop', priority)).object.value),
  );
  expect(values).toEqual([...values].sort((a, b) => b - a));
  expect(new Set(values).size).toBe(values.length);
  // Kubernetes keeps what is above for itself.
  expect(Math.max(...values)).toBeLessThan(1_000_000_000);
  for (const { object } of platform.ofKind('PriorityClass')) {
    expect(object.globalDefault).toBe(false);
    expect(object.metadata).not.toHaveProperty('namespace');
  }
});
