export * from './keycloak';
export type { RealmClientProps, RealmProps } from './keycloak-realm';
export { clientSecretKey } from './keycloak-realm';
export * from './web-service';
