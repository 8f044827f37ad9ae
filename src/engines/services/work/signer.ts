import { find, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { heldPosts, postOrFunction, type HeldPost } from '#engines/directory/index.ts'
import type { ResultTemplate } from '../declare.ts'
import { notUndone } from '../dossier/history.ts'

/**
 * In what right a decision was taken: by the head, by who acts as head (quyền), by a deputy for the head, by the head of a division by
 * order (thừa lệnh), or by somebody with the head's written authority.
 */
export interface SignedAs {
  readonly signedAs: 'head' | 'acting' | 'deputy' | 'order' | 'delegate'
  /** The own post of whoever decided. */
  readonly post: string
}

/** In what right the caller decides under a key of theirs: what they are counts, not what was declared. */
export async function signedAs(ctx: Context, key: number): Promise<SignedAs> {
  const { function: decides, unitId } = await postOrFunction(ctx.tx, key)
  const held = await heldPosts(ctx.tx, ctx.actor.person ?? '', dateAt(ctx.now()))
  const own = held.filter((post) => post.delegationId === null)
  const isDeputy = decides.startsWith('deputy-')
  const head = isDeputy ? decides.slice('deputy-'.length) : decides
  const ownHere = (called: string) => own.find((post) => post.unitId === unitId && post.function === called)
  const asHead = ownHere(head)
  const asDeputy = ownHere(`deputy-${head}`)
  if (ctx.actor.onBehalf.has(key)) {
    if (asHead !== undefined) return headOf(asHead)
    if (asDeputy !== undefined) return { signedAs: 'deputy', post: asDeputy.title }
    const lent = held.find((post) => post.delegationId !== null && (post.key === key || post.functionKey === key))
    return { signedAs: lent?.delegationKind === 'order' ? 'order' : 'delegate', post: own[0]?.title ?? '' }
  }
  if (isDeputy) return { signedAs: 'deputy', post: ctx.actor.post?.title ?? '' }
  return asHead === undefined ? { signedAs: 'head', post: ctx.actor.post?.title ?? '' } : headOf(asHead)
}

const headOf = ({ appointmentKind, title }: HeldPost): SignedAs => ({
  signedAs: appointmentKind === 'acting' ? 'acting' : 'head',
  post: title,
})

export interface SignatureWords {
  /** `KT. GIÁM ĐỐC`, `TL. GIÁM ĐỐC`, `TUQ. GIÁM ĐỐC`; null for the head, and for who acts as head: `Q. GIÁM ĐỐC` is a position. */
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
  if (as.signedAs === 'acting') return { capacity: null, position: `Q. ${head}` }
  if (as.signedAs === 'deputy')
    return { capacity: `KT. ${head}`, position: capacity === undefined ? `PHÓ ${head}` : position }
  const mark = as.signedAs === 'order' ? 'TL.' : 'TUQ.'
  return { capacity: `${mark} ${head}`, position: (as.post ?? '').toLocaleUpperCase('vi') }
}

/** Whoever took the decision signs. */
export const findDecision = (ctx: Context, dossierId: string) =>
  find(
    ctx.tx,
    sql<{ actorName: string; detail: Partial<SignedAs> | null }>`select actor_name, detail from services.dossier_event e
      where dossier_id = ${dossierId} and kind = 'decided' and ${notUndone} order by at desc limit 1`,
  )
