import { system } from '../operations/actor.ts'
import type { AuditNote, Context, PendingEvent } from '../operations/context.ts'
import { writeEvents } from '../operations/outbox.ts'
import type { RunnerParts } from '../operations/run-operation.ts'

export interface BackgroundTurn {
  readonly requestId: string
  /** What the trail calls it; otherwise by the request's id. */
  readonly operation?: string
}

/** Runs something as the platform itself, in one transaction with its audit and events. */
export async function runInBackground(
  parts: RunnerParts,
  turn: BackgroundTurn,
  work: (ctx: Context) => Promise<void>,
): Promise<void> {
  const at = parts.now()
  await parts.db.transaction(async (tx) => {
    const events: PendingEvent[] = []
    const notes: AuditNote[] = []
    await work({
      tx,
      actor: system,
      language: 'vi',
      requestId: turn.requestId,
      purpose: undefined,
      address: '',
      log: parts.log,
      now: () => at,
      emit: (event, payload) => void events.push({ event, payload }),
      note: (note) => void notes.push(note),
      allow: () => {},
    })
    if (events.length > 0) await writeEvents(tx, events, turn.requestId)
    if (notes.length > 0) {
      const call = { actor: system, language: 'vi' as const, requestId: turn.requestId }
      await parts.record(tx, {
        call,
        operation: turn.operation ?? turn.requestId,
        kind: 'write',
        outcome: 'done',
        at,
        notes,
      })
    }
  })
}
