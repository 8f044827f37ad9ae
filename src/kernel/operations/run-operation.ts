import type { AnyContractProcedure } from '@orpc/contract'
import type { z } from 'zod'
import type { OperationMeta } from '#values/operation.ts'
import { Problem, fail } from '#values/errors.ts'
import type { Database, Queries } from '../database/connect.ts'
import type { Log } from '../log.ts'
import { mayDo, nobody } from './actor.ts'
import type { AuditNote, Call, Context, PendingEvent } from './context.ts'
import { checkKey, findReplay, freeKey, isUsedKey, rememberAnswer, takeKey, type KeyedCall } from './idempotency.ts'
import { placesOf } from './invalid-input.ts'
import { writeEvents } from './outbox.ts'
import { mustBeProven } from './step-up.ts'
import { asProblem } from './database-problem.ts'
import { changedRights } from './rights-changed.ts'
import { unfitPlaces } from './unfit-input.ts'

/** What the runner needs besides the call: given once, when the process starts. */
export interface RunnerParts {
  readonly db: Database
  readonly log: Log
  readonly now: () => Date
  /** Writes the audit entry in the same transaction; the audit engine gives it. */
  readonly record: (tx: Queries, entry: AuditRecord) => Promise<void>
  /** Told after a commit that changed sessions, accounts, posts or delegations, before the caller is answered. */
  readonly onRightsChanged?: () => void
  /** Told after each call: operation, outcome, seconds. */
  readonly measure?: (operation: string, outcome: string, seconds: number) => void
}

export interface AuditRecord {
  readonly call: Call
  readonly operation: string
  readonly kind: 'read' | 'write'
  readonly outcome: 'done' | 'refused'
  readonly at: Date
  readonly notes: readonly AuditNote[]
}

export interface Answer {
  readonly value: unknown
  readonly replayed: boolean
}

export type AnyHandler = (ctx: Context, input: never) => Promise<unknown>

export const metaOf = (operation: AnyContractProcedure) => operation['~orpc'].meta as OperationMeta

/**
 * Runs one operation: parse → permit → step-up → idempotency → one transaction → handler → parse the answer → events and audit in the
 * same transaction → commit. Throws a `Problem` for the caller's fault; anything else is ours.
 */
export async function runOperation(
  parts: RunnerParts,
  name: string,
  operation: AnyContractProcedure,
  handler: AnyHandler,
  caller: Call,
  input: unknown,
): Promise<Answer> {
  const started = performance.now()
  const meta = metaOf(operation)
  // Not before it is asked whether they may: a machine may not, though nobody may.
  const call = meta.hidesCaller ? { ...caller, actor: nobody } : caller
  let outcome = 'done'
  try {
    const parsed = await parseInput(operation, input)
    if (!mayDo(caller.actor, meta)) refuse(caller)
    if (meta.stepUp !== undefined) mustBeProven(call.actor, meta.stepUp, parts.now())
    return await perform(parts, { name, operation, meta, handler }, call, parsed)
  } catch (error) {
    const problem = asProblem(error)
    outcome = problem?.code ?? 'internal'
    if (problem && isDenial(problem, meta, call)) await recordDenial(parts, name, meta, call, input)
    throw problem ?? error
  } finally {
    parts.measure?.(name, outcome, (performance.now() - started) / 1000)
  }
}

interface Running {
  readonly name: string
  readonly operation: AnyContractProcedure
  readonly meta: OperationMeta
  readonly handler: AnyHandler
}

async function perform(parts: RunnerParts, running: Running, call: Call, input: unknown): Promise<Answer> {
  const { meta } = running
  // A plain read needs no transaction of its own: each statement sees one state, and nothing is written.
  if (meta.kind === 'read' && !meta.readsPersonalData) return answer(parts, running, call, input, parts.db)
  if (meta.kind === 'read' || meta.holdsSecret || call.idempotencyKey === undefined)
    return inTransaction(parts, (tx) => answer(parts, running, call, input, tx).catch(unlessKept))
  return performOnce(parts, running, { ...call, idempotencyKey: call.idempotencyKey }, input)
}

/** Under a key: what was answered before is answered again, and nothing is done twice. */
async function performOnce(parts: RunnerParts, running: Running, call: KeyedCall, input: unknown): Promise<Answer> {
  const { name } = running
  checkKey(call.idempotencyKey)
  try {
    return await inTransaction(parts, async (tx) => {
      await takeKey(tx, call, name, input)
      const answered = await answer(parts, running, call, input, tx).catch(unlessKept)
      if (answered instanceof Problem) await freeKey(tx, call, name)
      else await rememberAnswer(tx, call, name, answered.value)
      return answered
    })
  } catch (error) {
    const replay = isUsedKey(error) ? await findReplay(parts.db, call, name, input) : undefined
    if (replay === undefined) throw error
    return { value: replay.answer, replayed: true }
  }
}

/** One transaction; a refusal that keeps its writes is thrown after the commit. */
async function inTransaction(parts: RunnerParts, work: (tx: Queries) => Promise<Answer | Problem>): Promise<Answer> {
  let rightsChanged = false
  const given = await parts.db.transaction(async (tx) => {
    const answered = await work(tx)
    rightsChanged = changedRights(tx)
    return answered
  })
  if (rightsChanged) parts.onRightsChanged?.()
  if (given instanceof Problem) throw given
  return given
}

/** A refusal that keeps what was written is thrown only after the commit. */
function unlessKept(error: unknown): Problem {
  if (error instanceof Problem && error.keepsWrites) return error
  throw error
}

async function answer(parts: RunnerParts, running: Running, call: Call, input: unknown, tx: Queries): Promise<Answer> {
  const { name, operation, meta, handler } = running
  const at = parts.now()
  const events: PendingEvent[] = []
  const notes: AuditNote[] = []
  const ctx: Context = {
    tx,
    actor: call.actor,
    language: call.language,
    requestId: call.requestId,
    purpose: call.purpose,
    address: call.address ?? '',
    log: parts.log,
    now: () => at,
    emit: (event, payload) => void events.push({ event, payload }),
    note: (note) => void notes.push(note),
    allow: (limit, allowance) => call.onAllowance?.(limit, allowance),
  }
  const record = (outcome: AuditRecord['outcome']) =>
    parts.record(tx, {
      call: meta.hidesCaller ? { ...call, address: undefined } : call,
      operation: name,
      kind: meta.kind,
      outcome,
      at,
      notes,
    })
  const value = await handler(ctx, input as never).catch(async (error: unknown) => {
    // A refusal that keeps its writes, such as a wrong password, is itself one of them.
    if (error instanceof Problem && error.keepsWrites) await record('refused')
    throw error
  })
  const given = await parseOutput(operation, value)
  if (events.length > 0) await writeEvents(tx, events, call.requestId)
  if (meta.kind === 'write' || notes.length > 0) await record('done')
  return { value: given, replayed: false }
}

function refuse(call: Call): never {
  if (call.actor.kind === 'nobody') fail('notSignedIn')
  if (call.actor.mustChangePassword) fail('mustChangePassword')
  fail(call.actor.mustAddFactor ? 'mustAddFactor' : 'forbidden')
}

/**
 * Whether somebody signed in was denied something, which goes into the trail; strangers are only counted. What one may not see is
 * "not found", as is what is not there: of both it is kept that it was asked for (ASVS V16.3.2).
 */
const isDenial = ({ status, keepsWrites }: Problem, meta: OperationMeta, { actor }: Call): boolean =>
  actor.kind !== 'nobody' &&
  !keepsWrites &&
  (status === 403 || (status === 404 && (meta.kind === 'write' || meta.readsPersonalData === true)))

function recordDenial(parts: RunnerParts, name: string, meta: OperationMeta, call: Call, input: unknown) {
  const id = (input as { id?: unknown } | undefined)?.id
  const notes = typeof id === 'string' ? [{ objectType: 'asked', objectId: id.slice(0, 100) }] : []
  return parts.record(parts.db, { call, operation: name, kind: meta.kind, outcome: 'refused', at: parts.now(), notes })
}

async function parseInput(operation: AnyContractProcedure, input: unknown): Promise<unknown> {
  const schema = operation['~orpc'].inputSchema as z.ZodType | undefined
  if (schema === undefined) return undefined
  const unfit = unfitPlaces(input)
  if (unfit.length > 0) fail('invalidInput', { places: unfit })
  const parsed = await schema.safeParseAsync(input ?? {})
  return parsed.success ? parsed.data : fail('invalidInput', { places: placesOf(parsed.error) })
}

async function parseOutput(operation: AnyContractProcedure, output: unknown): Promise<unknown> {
  const schema = operation['~orpc'].outputSchema as z.ZodType | undefined
  if (schema === undefined) return undefined
  return schema.parseAsync(output)
}
