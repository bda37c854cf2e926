// Generated from the files of this folder by `pnpm generate`. Do not edit.
import type { Rule } from '../rule.ts';
import allowHostAddress from './allow-host-address.ts';
import allowHostCoversPattern from './allow-host-covers-pattern.ts';
import allowHostInvalid from './allow-host-invalid.ts';
import allowHostWildcard from './allow-host-wildcard.ts';
import allowListBlocksPull from './allow-list-blocks-pull.ts';
import allowListDuplicate from './allow-list-duplicate.ts';
import artifactHidesPack from './artifact-hides-pack.ts';
import autoGraphOverridesEnv from './auto-graph-overrides-env.ts';
import bareWorkloadBlocksStart from './bare-workload-blocks-start.ts';
import blockPrivateHidesRange from './block-private-hides-range.ts';
import blockPrivateSwitchedOn from './block-private-switched-on.ts';
import branchWithFork from './branch-with-fork.ts';
import choiceInvalid from './choice-invalid.ts';
import cidrHostBits from './cidr-host-bits.ts';
import cidrInvalid from './cidr-invalid.ts';
import cidrNearlyPrivate from './cidr-nearly-private.ts';
import cmdWithoutEntrypoint from './cmd-without-entrypoint.ts';
import cpusAboveLimit from './cpus-above-limit.ts';
import credentialDuplicate from './credential-duplicate.ts';
import credentialFlagInvalid from './credential-flag-invalid.ts';
import credentialHidesEnv from './credential-hides-env.ts';
import credentialHostBlocked from './credential-host-blocked.ts';
import credentialInvalid from './credential-invalid.ts';
import defaultEqualFlag from './default-equal-flag.ts';
import denyCoversAllow from './deny-covers-allow.ts';
import directiveIgnored from './directive-ignored.ts';
import diskDurabilityDeferred from './disk-durability-deferred.ts';
import diskTooLarge from './disk-too-large.ts';
import droppedByPack from './dropped-by-pack.ts';
import droppedByRun from './dropped-by-run.ts';
import durationInvalid from './duration-invalid.ts';
import durationZero from './duration-zero.ts';
import emptyListDoesNotClear from './empty-list-does-not-clear.ts';
import entrypointWithoutCmd from './entrypoint-without-cmd.ts';
import envCredential from './env-credential.ts';
import envDuplicate from './env-duplicate.ts';
import envEntryDropped from './env-entry-dropped.ts';
import envFromHost from './env-from-host.ts';
import envKeySpace from './env-key-space.ts';
import envNameInvalid from './env-name-invalid.ts';
import flagRefused from './flag-refused.ts';
import forkInvalid from './fork-invalid.ts';
import gpuVramWithoutGpu from './gpu-vram-without-gpu.ts';
import gpuVramZero from './gpu-vram-zero.ts';
import healthExecOutsideImage from './health-exec-outside-image.ts';
import healthNeedsMonitor from './health-needs-monitor.ts';
import healthRetriesZero from './health-retries-zero.ts';
import healthTimeoutTooLong from './health-timeout-too-long.ts';
import healthWithoutExec from './health-without-exec.ts';
import healthWithoutRestart from './health-without-restart.ts';
import hostPatternInvalid from './host-pattern-invalid.ts';
import imageDockerfile from './image-dockerfile.ts';
import imageEnvLost from './image-env-lost.ts';
import imageFileUrl from './image-file-url.ts';
import imageInvalid from './image-invalid.ts';
import imageNotPinned from './image-not-pinned.ts';
import imageNotResolvedByCreate from './image-not-resolved-by-create.ts';
import imageSourceMissing from './image-source-missing.ts';
import imageStdinInteractive from './image-stdin-interactive.ts';
import imageWithoutNetwork from './image-without-network.ts';
import initCacheDrops from './init-cache-drops.ts';
import initInvisibleToCommand from './init-invisible-to-command.ts';
import initNeedsHosts from './init-needs-hosts.ts';
import initRunsOnce from './init-runs-once.ts';
import integerOutOfRange from './integer-out-of-range.ts';
import keyNeedsNewerVersion from './key-needs-newer-version.ts';
import labelInvalid from './label-invalid.ts';
import legacyList from './legacy-list.ts';
import machineNameInvalid from './machine-name-invalid.ts';
import missingKey from './missing-key.ts';
import netBackendConflict from './net-backend-conflict.ts';
import netFalseOverridden from './net-false-overridden.ts';
import networkDroppedByPack from './network-dropped-by-pack.ts';
import ociPlatformLocalImage from './oci-platform-local-image.ts';
import ociPlatformUnlikely from './oci-platform-unlikely.ts';
import otherFormat from './other-format.ts';
import packNeedsImage from './pack-needs-image.ts';
import packOutputSidecar from './pack-output-sidecar.ts';
import packedResourceTooSmall from './packed-resource-too-small.ts';
import portDuplicateHost from './port-duplicate-host.ts';
import portInvalid from './port-invalid.ts';
import portLimit from './port-limit.ts';
import portPrivileged from './port-privileged.ts';
import portsOpenNetwork from './ports-open-network.ts';
import positionalSection from './positional-section.ts';
import positionalSectionTooShort from './positional-section-too-short.ts';
import resourceTooSmall from './resource-too-small.ts';
import restartBackoffUnreachable from './restart-backoff-unreachable.ts';
import restartPolicyInvalid from './restart-policy-invalid.ts';
import restartRetriesUnlimited from './restart-retries-unlimited.ts';
import restartWithoutPolicy from './restart-without-policy.ts';
import rosettaNeedsMac from './rosetta-needs-mac.ts';
import runCommandLikeImage from './run-command-like-image.ts';
import runDropsEntrypoint from './run-drops-entrypoint.ts';
import runNeedsCommand from './run-needs-command.ts';
import secretFileRelative from './secret-file-relative.ts';
import secretFileUnreadable from './secret-file-unreadable.ts';
import secretFlagInvalid from './secret-flag-invalid.ts';
import secretKeychainInvalid from './secret-keychain-invalid.ts';
import secretShadowsEnv from './secret-shadows-env.ts';
import secretSourceCount from './secret-source-count.ts';
import secretsInPack from './secrets-in-pack.ts';
import secretsWithInitCache from './secrets-with-init-cache.ts';
import serviceNoEffect from './service-no-effect.ts';
import shadowedList from './shadowed-list.ts';
import shellStringInArgv from './shell-string-in-argv.ts';
import stopSettingsInvalid from './stop-settings-invalid.ts';
import stopSettingsWithoutImage from './stop-settings-without-image.ts';
import typeMismatch from './type-mismatch.ts';
import udpAllowInvalid from './udp-allow-invalid.ts';
import unknownKey from './unknown-key.ts';
import unsupportedVersionPin from './unsupported-version-pin.ts';
import unusedSuppression from './unused-suppression.ts';
import userWithoutImage from './user-without-image.ts';
import volumeDuplicateTarget from './volume-duplicate-target.ts';
import volumeGuestPath from './volume-guest-path.ts';
import volumeInvalid from './volume-invalid.ts';
import volumeIsDisk from './volume-is-disk.ts';
import volumeProtectedSource from './volume-protected-source.ts';
import volumeRemote from './volume-remote.ts';
import volumeSourceMissing from './volume-source-missing.ts';
import volumeStaged from './volume-staged.ts';
import volumeUnexpanded from './volume-unexpanded.ts';
import workdirNotAbsolute from './workdir-not-absolute.ts';

/** Every rule, in alphabetical order of its code. */
export const rules: readonly Rule[] = [
  allowHostAddress,
  allowHostCoversPattern,
  allowHostInvalid,
  allowHostWildcard,
  allowListBlocksPull,
  allowListDuplicate,
  artifactHidesPack,
  autoGraphOverridesEnv,
  bareWorkloadBlocksStart,
  blockPrivateHidesRange,
  blockPrivateSwitchedOn,
  branchWithFork,
  choiceInvalid,
  cidrHostBits,
  cidrInvalid,
  cidrNearlyPrivate,
  cmdWithoutEntrypoint,
  cpusAboveLimit,
  credentialDuplicate,
  credentialFlagInvalid,
  credentialHidesEnv,
  credentialHostBlocked,
  credentialInvalid,
  defaultEqualFlag,
  denyCoversAllow,
  directiveIgnored,
  diskDurabilityDeferred,
  diskTooLarge,
  droppedByPack,
  droppedByRun,
  durationInvalid,
  durationZero,
  emptyListDoesNotClear,
  entrypointWithoutCmd,
  envCredential,
  envDuplicate,
  envEntryDropped,
  envFromHost,
  envKeySpace,
  envNameInvalid,
  flagRefused,
  forkInvalid,
  gpuVramWithoutGpu,
  gpuVramZero,
  healthExecOutsideImage,
  healthNeedsMonitor,
  healthRetriesZero,
  healthTimeoutTooLong,
  healthWithoutExec,
  healthWithoutRestart,
  hostPatternInvalid,
  imageDockerfile,
  imageEnvLost,
  imageFileUrl,
  imageInvalid,
  imageNotPinned,
  imageNotResolvedByCreate,
  imageSourceMissing,
  imageStdinInteractive,
  imageWithoutNetwork,
  initCacheDrops,
  initInvisibleToCommand,
  initNeedsHosts,
  initRunsOnce,
  integerOutOfRange,
  keyNeedsNewerVersion,
  labelInvalid,
  legacyList,
  machineNameInvalid,
  missingKey,
  netBackendConflict,
  netFalseOverridden,
  networkDroppedByPack,
  ociPlatformLocalImage,
  ociPlatformUnlikely,
  otherFormat,
  packNeedsImage,
  packOutputSidecar,
  packedResourceTooSmall,
  portDuplicateHost,
  portInvalid,
  portLimit,
  portPrivileged,
  portsOpenNetwork,
  positionalSection,
  positionalSectionTooShort,
  resourceTooSmall,
  restartBackoffUnreachable,
  restartPolicyInvalid,
  restartRetriesUnlimited,
  restartWithoutPolicy,
  rosettaNeedsMac,
  runCommandLikeImage,
  runDropsEntrypoint,
  runNeedsCommand,
  secretFileRelative,
  secretFileUnreadable,
  secretFlagInvalid,
  secretKeychainInvalid,
  secretShadowsEnv,
  secretSourceCount,
  secretsInPack,
  secretsWithInitCache,
  serviceNoEffect,
  shadowedList,
  shellStringInArgv,
  stopSettingsInvalid,
  stopSettingsWithoutImage,
  typeMismatch,
  udpAllowInvalid,
  unknownKey,
  unsupportedVersionPin,
  unusedSuppression,
  userWithoutImage,
  volumeDuplicateTarget,
  volumeGuestPath,
  volumeInvalid,
  volumeIsDisk,
  volumeProtectedSource,
  volumeRemote,
  volumeSourceMissing,
  volumeStaged,
  volumeUnexpanded,
  workdirNotAbsolute,
];
