import type { EnvironmentRule } from '../environment-rule';
import {
  clusterBlocksAreNarrow,
  exposureBlocksAreNarrow,
  postgresBlocksAreNarrow,
  redisBlocksAreNarrow,
} from './addresses';
import { generatedSecretsForSingle, storesForAvailability, zonesForAvailability } from './availability';
import { nameIsFileName, servicesExist } from './naming';
import { replicasForAvailability, replicasInOrder, stabilizationWindowAccepted } from './replicas';
import { limitsCoverRequests, postgresLimitCoversRequest, redisLimitCoversRequest } from './resources';

/** Everything that is demanded of one environment beyond its schema. */
export const environmentRules: readonly EnvironmentRule[] = [
  nameIsFileName,
  servicesExist,
  replicasInOrder,
  replicasForAvailability,
  stabilizationWindowAccepted,
  limitsCoverRequests,
  postgresLimitCoversRequest,
  redisLimitCoversRequest,
  zonesForAvailability,
  storesForAvailability,
  generatedSecretsForSingle,
  clusterBlocksAreNarrow,
  exposureBlocksAreNarrow,
  postgresBlocksAreNarrow,
  redisBlocksAreNarrow,
];
