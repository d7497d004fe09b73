export * from './compare';
export * from './parse-manifests';
export * from './read';
export * from './render';
export * from './synthesize';
export * from './write';
export * from './yaml';
