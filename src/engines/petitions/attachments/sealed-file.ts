import type { Secrets } from '#kernel/secrets/secrets.ts'

/** What stands before the text that is sealed: kind, nonce, tag. */
export const sealingBytes = 29

/** What is sealed opens for this petition only: put to another it opens nothing. */
export const aboutFile = (petitionId: string): string => `file of denunciation ${petitionId}`

/**
 * The file of a denouncer as it is stored: encrypted, without its name, and never twice the same bytes, so that nothing joins it to the same
 * picture elsewhere, and no reader of texts reads it.
 */
export const sealFile = (secrets: Secrets, petitionId: string, bytes: Uint8Array): Buffer =>
  secrets.seal(Buffer.from(bytes), aboutFile(petitionId))

export const openFile = (secrets: Secrets, petitionId: string, sealed: Buffer): Buffer =>
  secrets.open(sealed, aboutFile(petitionId))
