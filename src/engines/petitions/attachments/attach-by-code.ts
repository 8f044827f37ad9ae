import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { sql } from '#kernel/database/query.ts'
import { storeFile, type FileStore, type NewFile } from '#engines/files/index.ts'
import { petitionProblems } from '../contract/problems.ts'
import type { PetitionsParts } from '../parts.ts'
import { subjectsOf, type Petition } from '../petition.ts'
import { getOfSender, type Looking } from '../sender.ts'
import { attach, mustBeOpen, sayAttached } from './attachment.ts'
import { sealFile } from './sealed-file.ts'

/** The open petition of a code, or why nothing may be given with it. */
export async function getOpenByCode(ctx: Looking, lookUpCode: string, lock = sql``): Promise<Petition> {
  const petition = await getOfSender(ctx, { lookUpCode }, lock)
  mustBeOpen(petition)
  return petition
}

/**
 * Stores a file that was looked into and names it as part of what has this code. That of a denunciation is sealed like who denounces: its
 * metadata was taken out, its name is dropped.
 */
export async function attachByCode(
  ctx: Context,
  { secrets, store }: Pick<PetitionsParts, 'secrets'> & { readonly store: FileStore },
  { lookUpCode, file, address }: { readonly lookUpCode: string; readonly file: NewFile; readonly address: string },
): Promise<void> {
  const petition = await getOpenByCode({ ...ctx, address }, lookUpCode, sql`for update`)
  if (petition.kind !== 'denunciation') {
    const { id } = await storeFile(ctx, store, file)
    await attach(ctx, { petition, fileId: id, part: 'sender' })
  } else {
    mustBePicture(file)
    const sealed = { bytes: sealFile(secrets, petition.id, file.bytes), name: 'sealed', mediaType: sealedAs }
    const { id } = await storeFile(ctx, store, sealed)
    await attach(ctx, { petition, fileId: id, part: 'sender', sealedType: file.mediaType })
  }
  await sayAttached(ctx, petition, await subjectsOf(ctx.tx, petition.id))
}

const sealedAs = 'application/octet-stream'

/** Pictures lose their metadata. Papers of office programs name who wrote them in more places than a machine finds. */
function mustBePicture({ mediaType }: NewFile): void {
  if (!mediaType.startsWith('image/')) throw new Problem('picturesOnly', petitionProblems.picturesOnly)
}
