import { run, sql } from '../database/query.ts'
import { system } from '../operations/actor.ts'
import type { AuditNote, Context, PendingEvent } from '../operations/context.ts'
import { writeEvents } from '../operations/outbox.ts'
import type { RunnerParts } from '../operations/run-operation.ts'

/** Whose turn it is: with a listener and an event, the pair is done at most once. */
export interface BackgroundTurn {
  readonly requestId: string
  readonly listener?: string
  readonly eventId?: string
  /** What the trail calls it, where it is neither a listener nor a job. */
  readonly operation?: string
}

/** Runs a listener or a job as the platform itself, in one transaction with its audit and events. */
export async function runInBackground(
  parts: RunnerParts,
  turn: BackgroundTurn,
  work: (ctx: Context) => Promise<void>,
): Promise<void> {
  const at = parts.now()
  await parts.db.transaction(async (tx) => {
    if (turn.listener !== undefined && turn.eventId !== undefined) {
      const first = await run(
        tx,
        sql`insert into kernel.handled_event (listener, event_id, at) values (${turn.listener}, ${turn.eventId}, ${at})
          on conflict do nothing`,
      )
      if (first === 0) return
    }
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
        operation: turn.operation ?? turn.listener ?? turn.requestId,
        kind: 'write',
        outcome: 'done',
        at,
        notes,
      })
    }
  })
}
