export * from './intents';
export * from './manifest';
export * from './network';
export * from './secret';
