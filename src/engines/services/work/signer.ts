import { find, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { heldPosts, postOrFunction } from '#engines/directory/index.ts'
import type { ResultTemplate } from '../declare.ts'
import { notUndone } from '../dossier/history.ts'

/** In what right a decision was taken: by the head, by a deputy for the head, or by somebody with the head's written authority. */
export interface SignedAs {
  readonly signedAs: 'head' | 'deputy' | 'delegate'
  /** The own post of whoever decided. */
  readonly post: string
}

/** In what right the caller decides under a key of theirs: what they are counts, not what was declared. */
export async function signedAs(ctx: Context, key: number): Promise<SignedAs> {
  const { function: decides, unitId } = await postOrFunction(ctx.tx, key)
  const isDeputy = decides.startsWith('deputy-')
  if (!ctx.actor.onBehalf.has(key)) return { signedAs: isDeputy ? 'deputy' : 'head', post: ctx.actor.post?.title ?? '' }
  const held = await heldPosts(ctx.tx, ctx.actor.person ?? '', dateAt(ctx.now()))
  const own = held.filter((post) => post.delegationId === null)
  const head = isDeputy ? decides.slice('deputy-'.length) : decides
  const ownHere = (called: string) => own.find((post) => post.unitId === unitId && post.function === called)?.title
  const [asHead, asDeputy] = [ownHere(head), ownHere(`deputy-${head}`)]
  if (asHead !== undefined) return { signedAs: 'head', post: asHead }
  if (asDeputy !== undefined) return { signedAs: 'deputy', post: asDeputy }
  return { signedAs: 'delegate', post: own[0]?.title ?? '' }
}

export interface SignatureWords {
  /** `KT. GIÁM ĐỐC`, `TUQ. GIÁM ĐỐC`; null for the head. */
  readonly capacity: string | null
  readonly position: string
}

/**
 * Capacity and position as printed for whoever signed (Decree 30/2020 art. 13), given what a result says of its usual signer. Of a
 * decision that does not say in what right it was taken that one is printed.
 */
export function signatureWords(
  { capacity, position }: ResultTemplate['signer'],
  as: Partial<SignedAs> | null | undefined,
): SignatureWords {
  if (as?.signedAs === undefined) return { capacity: capacity ?? null, position }
  const head = capacity === undefined ? position : capacity.replace(/^KT\. /, '')
  if (as.signedAs === 'head') return { capacity: null, position: head }
  if (as.signedAs === 'deputy')
    return { capacity: `KT. ${head}`, position: capacity === undefined ? `PHÓ ${head}` : position }
  return { capacity: `TUQ. ${head}`, position: (as.post ?? '').toLocaleUpperCase('vi') }
}

/** Whoever took the decision signs. */
export const findDecision = (ctx: Context, dossierId: string) =>
  find(
    ctx.tx,
    sql<{ actorName: string; detail: Partial<SignedAs> | null }>`select actor_name, detail from services.dossier_event e
      where dossier_id = ${dossierId} and kind = 'decided' and ${notUndone} order by at desc limit 1`,
  )
