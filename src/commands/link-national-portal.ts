import type { Config } from '#kernel/config.ts'
import { outsideFiles } from '#engines/files/index.ts'
import { startNationalPortal } from '#engines/national-portal/index.ts'
import { createLookups } from '#engines/services/index.ts'
import { systems } from '#systems/index.ts'
import type { Platform } from './start-platform.ts'

/** Starts to speak with the national portal, if one is set up. */
export function linkNationalPortal(
  { runner, store, scanner }: Pick<Platform, 'runner' | 'store' | 'scanner'>,
  { nationalPortal: link, publicUrl, dataDirectory, uploadLimit }: Config,
): { stop(): Promise<void> } | undefined {
  if (link === undefined) return undefined
  return startNationalPortal({
    runner,
    link,
    profile: systems.nationalProfile,
    forms: systems.nationalForms,
    lookups: createLookups(systems.codeLists),
    takeFile: outsideFiles({ ...runner, store, scanner, dataDirectory }, 'national-portal'),
    publicUrl,
    uploadLimit,
  })
}
