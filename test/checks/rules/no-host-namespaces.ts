import type { Table } from '../table';
import { set } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';

export const table: Table = {
  keeps: { 'an explicit false': set(api, `${pod}/hostNetwork`, false) },
  breaks: {
    'the network of the node': { change: set(api, `${pod}/hostNetwork`, true), at: `${api} ${pod}/hostNetwork` },
    'the processes of the node': { change: set(api, `${pod}/hostPID`, true), at: `${api} ${pod}/hostPID` },
    'the memory of the node': { change: set(api, `${pod}/hostIPC`, true), at: `${api} ${pod}/hostIPC` },
  },
};
