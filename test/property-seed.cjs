/**
 * Property tests try the same values on every run, so that the gate says the
 * same about the same commit. `FC_SEED=$RANDOM npm test` explores others.
 */
const process = require('node:process');
const { configureGlobal } = require('fast-check');

const usualSeed = 27;

configureGlobal({ seed: Number(process.env.FC_SEED ?? usualSeed) });
