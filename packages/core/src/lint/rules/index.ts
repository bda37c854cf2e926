// Generated from the files of this folder by `pnpm generate`. Do not edit.
import type { Rule } from '../rule.ts';
import allowHostInvalid from './allow-host-invalid.ts';
import allowHostWildcard from './allow-host-wildcard.ts';
import allowListBlocksPull from './allow-list-blocks-pull.ts';
import artifactHidesPack from './artifact-hides-pack.ts';
import autoGraphOverridesEnv from './auto-graph-overrides-env.ts';
import cidrInvalid from './cidr-invalid.ts';
import forkInvalid from './fork-invalid.ts';
import gpuVramZero from './gpu-vram-zero.ts';
import imageDockerfile from './image-dockerfile.ts';
import imageEnvLost from './image-env-lost.ts';
import imageInvalid from './image-invalid.ts';
import imageWithoutNetwork from './image-without-network.ts';
import initInvisibleToCommand from './init-invisible-to-command.ts';
import integerOutOfRange from './integer-out-of-range.ts';
import keyNeedsNewerVersion from './key-needs-newer-version.ts';
import packNeedsImage from './pack-needs-image.ts';
import portDuplicateHost from './port-duplicate-host.ts';
import portInvalid from './port-invalid.ts';
import positionalSection from './positional-section.ts';
import positionalSectionTooShort from './positional-section-too-short.ts';
import resourceTooSmall from './resource-too-small.ts';
import restartPolicyInvalid from './restart-policy-invalid.ts';
import runNeedsCommand from './run-needs-command.ts';
import secretFileRelative from './secret-file-relative.ts';
import secretSourceCount from './secret-source-count.ts';
import secretsInPack from './secrets-in-pack.ts';
import secretsWithInitCache from './secrets-with-init-cache.ts';
import typeMismatch from './type-mismatch.ts';
import unknownKey from './unknown-key.ts';
import unsupportedVersionPin from './unsupported-version-pin.ts';
import unusedSuppression from './unused-suppression.ts';
import volumeDuplicateTarget from './volume-duplicate-target.ts';
import volumeGuestPath from './volume-guest-path.ts';
import volumeInvalid from './volume-invalid.ts';
import volumeProtectedSource from './volume-protected-source.ts';
import volumeRemote from './volume-remote.ts';
import volumeSourceMissing from './volume-source-missing.ts';
import volumeUnexpanded from './volume-unexpanded.ts';

/** Every rule, in alphabetical order of its code. */
export const rules: readonly Rule[] = [
  allowHostInvalid,
  allowHostWildcard,
  allowListBlocksPull,
  artifactHidesPack,
  autoGraphOverridesEnv,
  cidrInvalid,
  forkInvalid,
  gpuVramZero,
  imageDockerfile,
  imageEnvLost,
  imageInvalid,
  imageWithoutNetwork,
  initInvisibleToCommand,
  integerOutOfRange,
  keyNeedsNewerVersion,
  packNeedsImage,
  portDuplicateHost,
  portInvalid,
  positionalSection,
  positionalSectionTooShort,
  resourceTooSmall,
  restartPolicyInvalid,
  runNeedsCommand,
  secretFileRelative,
  secretSourceCount,
  secretsInPack,
  secretsWithInitCache,
  typeMismatch,
  unknownKey,
  unsupportedVersionPin,
  unusedSuppression,
  volumeDuplicateTarget,
  volumeGuestPath,
  volumeInvalid,
  volumeProtectedSource,
  volumeRemote,
  volumeSourceMissing,
  volumeUnexpanded,
];
