import type { Config } from '#kernel/config.ts'
import { openSecrets } from '#kernel/secrets/secrets.ts'
import { outsideFiles } from '#engines/files/index.ts'
import { startNationalPortal } from '#engines/national-portal/index.ts'
import type { NationalProfile } from '#engines/national-portal/declare.ts'
import { createLookups } from '#engines/services/index.ts'
import { systems } from '#systems/index.ts'
import type { Platform } from './start-platform.ts'

/** Starts to speak with the national portal, if one is set up; as it speaks in this time, or as a test lets it. */
export function linkNationalPortal(
  { runner, store, scanner }: Pick<Platform, 'runner' | 'store' | 'scanner'>,
  config: Config,
  profile: NationalProfile = systems.nationalProfile,
): { stop(): Promise<void> } | undefined {
  const { nationalPortal: link, publicUrl, dataDirectory, uploadLimit } = config
  if (link === undefined) return undefined
  return startNationalPortal({
    runner,
    link,
    profile,
    forms: systems.nationalForms,
    lookups: createLookups(systems.codeLists),
    takeFile: outsideFiles({ ...runner, store, scanner, dataDirectory }, 'national-portal'),
    publicUrl,
    secrets: openSecrets(config),
    uploadLimit,
  })
}
