import { shareOf } from '../percentages';
import { podTemplateOf } from '../pods';
import type { Rule } from '../rule';
import { scaleOf } from '../scale';
import { specOf } from '../specs';

const at = '/spec/strategy';

/** A roll-out starts new pods before it stops the last of the old ones. */
export const rollingUpdateKeepsCapacity: Rule = {
  id: 'rolling-update-keeps-capacity',
  why: 'Otherwise each release is an outage.',
  aliases: ['no-rolling-update-strategy'],
  kinds: ['Deployment'],
  check: (manifest, all) => {
    const spec = specOf('Deployment', manifest);
    if (!spec) return [];
    const { type, rollingUpdate = {} } = spec.strategy ?? {};
    const { min, max } = scaleOf(manifest, all) ?? { min: 1, max: 1 };
    if (type !== 'RollingUpdate') {
      const claims = (podTemplateOf(manifest)?.spec.volumes ?? []).some((volume) => volume.persistentVolumeClaim);
      // Two pods cannot write to one claim, so the old one has to go first.
      return type === 'Recreate' && claims && max === 1
        ? []
        : [{ at: `${at}/type`, got: type, expected: 'RollingUpdate' }];
    }
    const gone = shareOf(rollingUpdate.maxUnavailable ?? '25%', min, Math.floor) ?? 0;
    const extra = shareOf(rollingUpdate.maxSurge ?? '25%', min, Math.ceil) ?? 0;
    const place = `${at}/rollingUpdate/maxUnavailable`;
    if (gone === 0 && extra === 0) return [{ at: place, got: 0, expected: '1 or more, because maxSurge is 0' }];
    return gone < min || min === 0
      ? []
      : [{ at: place, got: rollingUpdate.maxUnavailable, expected: `less than the ${min} replicas` }];
  },
};
