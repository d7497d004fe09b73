export * from './environment';
export * from './service-settings';
