import { randomBytes } from 'node:crypto'
import type { Queries } from '#kernel/database/connect.ts'
import { sql, write } from '#kernel/database/query.ts'
import type { Actor } from '#kernel/operations/actor.ts'
import type { AuditNote } from '#kernel/operations/context.ts'
import type { AuditRecord } from '#kernel/operations/run-operation.ts'
import { storableText } from '#values/storable-text.ts'
import { entryId } from './entry-id.ts'
import { digestsOf, partsOfNotes, type PersonalPart, type PublicPart } from './entry.ts'

/**
 * Writes one audit entry in the caller's transaction: no commit without it, and no entry of what was rolled back. It is
 * sealed within about a second after the commit. Throws when a note names a subject that is not the id of a person.
 */
export async function recordAudit(tx: Queries, entry: AuditRecord): Promise<void> {
  const { open, personal, salt, leaf } = entryOf(entry, randomBytes(randomLength))
  await write(
    tx,
    sql`insert into audit.entry (id, at, account, operation, kind, outcome, request_id, post_id, post_title, unit_id, unit_name,
        objects, actor_name, on_behalf, purpose, address, subjects, details, salt, digest)
      values (${open.id}, ${open.at}, ${open.account}, ${open.operation}, ${open.kind}, ${open.outcome}, ${open.requestId},
        ${open.postId}, ${open.postTitle}, ${open.unitId}, ${open.unitName}, ${open.objects},
        ${personal.actorName}, ${personal.onBehalf}, ${personal.purpose}, ${personal.address}, ${personal.subjects},
        ${personal.details}, ${salt}, ${leaf})`,
  )
}

/** Bytes that nobody can guess: ten for the id, the rest salts the personal part. */
export const randomLength = 26

/** What is written of a record, with its digest. */
export function entryOf(entry: AuditRecord, random: Buffer) {
  const salt = random.subarray(10)
  const { open, personal } = partsOf(entry, entryId(entry.at, random))
  return { open, personal, salt, leaf: digestsOf(open, personal, salt).leaf }
}

function partsOf({ call, ...entry }: AuditRecord, id: string): { open: PublicPart; personal: PersonalPart } {
  const { actor } = call
  const { objects, subjects, details } = partsOfNotes(entry.notes)
  return {
    open: {
      id,
      at: `${entry.at.toISOString().slice(0, -1)}000Z`,
      account: storableText(actor.account),
      operation: storableText(entry.operation),
      kind: entry.kind,
      outcome: entry.outcome,
      requestId: storableText(call.requestId),
      postId: actor.post?.id ?? null,
      postTitle: given(actor.post?.title),
      unitId: actor.post?.unitId ?? null,
      unitName: given(actor.post?.unit),
      objects,
    },
    personal: {
      actorName: given(actor.name),
      onBehalf: given(onBehalfOf(actor, entry.notes)),
      purpose: given(call.purpose),
      address: given(call.address),
      subjects,
      details,
    },
  }
}

/** Whose work it was: as the operation says in the fact `onBehalf`, else whoever delegated the post that is acted from. */
function onBehalfOf(actor: Actor, notes: readonly AuditNote[]): string | undefined {
  for (const { facts } of notes) if (typeof facts?.['onBehalf'] === 'string') return facts['onBehalf']
  return actor.post && actor.onBehalf.get(actor.post.key)
}

const given = (text: string | undefined): string | null => (text ? storableText(text) : null)
