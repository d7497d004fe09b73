import type { Rule } from '../rule';

interface NameForm {
  readonly pattern: RegExp;
  readonly length: number;
  readonly words: string;
}

const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const dnsLabel: NameForm = { pattern: label, length: 63, words: 'lower-case letters, digits and dashes, up to 63' };
const dnsSubdomain: NameForm = {
  pattern: subdomain,
  length: 253,
  words: 'lower-case letters, digits, dashes and dots, up to 253',
};
const pathSegment: NameForm = {
  pattern: /^(?!\.{1,2}$)[^/%]+$/,
  length: 253,
  words: 'no slash and no percent sign, up to 253',
};

/** Kinds whose name goes into a label or host name, some with an ending that the controller adds. */
const forms: Readonly<Record<string, NameForm>> = {
  Namespace: dnsLabel,
  Service: {
    pattern: /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
    length: 63,
    words: 'a letter, then letters, digits and dashes, up to 63',
  },
  Deployment: dnsLabel,
  DaemonSet: dnsLabel,
  Job: dnsLabel,
  StatefulSet: {
    ...dnsLabel,
    length: 52,
    words: 'lower-case letters, digits and dashes, up to 52: its pods’ revision label adds 11',
  },
  CronJob: {
    ...dnsLabel,
    length: 52,
    words: 'lower-case letters, digits and dashes, up to 52: its jobs’ names add 11',
  },
  Role: pathSegment,
  RoleBinding: pathSegment,
  ClusterRole: pathSegment,
  ClusterRoleBinding: pathSegment,
};

/** Every name is one that the API server, and the controllers that lengthen it, accept. */
export const namesAreLegal: Rule = {
  id: 'names-are-legal',
  why: 'The API server refuses the object, or its controller cannot name the pods.',
  exemptible: false,
  check: ({ object }) => {
    const { name } = object.metadata;
    const { pattern, length, words } = forms[object.kind] ?? dnsSubdomain;
    return pattern.test(name) && name.length <= length ? [] : [{ at: '/metadata/name', got: name, expected: words }];
  },
};
