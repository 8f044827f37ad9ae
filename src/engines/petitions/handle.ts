import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { allowedActs } from './allowed-acts.ts'
import { answerActs } from './answer-acts.ts'
import type { Act, ActName } from './contract/office.ts'
import { petitionProblems } from './contract/problems.ts'
import type { Doing } from './doing.ts'
import { nameOfActor, writeHistory } from './history.ts'
import { intakeActs } from './intake-acts.ts'
import { ruleOf } from './limits.ts'
import type { PetitionsParts } from './parts.ts'
import { lockSeen, savePetition, subjectsOf } from './petition.ts'
import { mayApprove } from './rights.ts'

const doings: { readonly [Name in ActName]: Doing<Name> } = { ...intakeActs, ...answerActs }

/** Does one thing with a petition that the caller sees, if it may be done now. */
export async function handle(
  ctx: Context,
  parts: PetitionsParts,
  { id, revision, act }: { id: string; revision: number; act: Act },
) {
  const petition = await lockSeen(ctx, id, revision)
  const { extensions } = ruleOf(parts.rules, petition)
  const approves = mayApprove(ctx.actor, petition)
  const allowed = allowedActs(petition, { now: ctx.now(), extensions: extensions.length, approves })
  if (!allowed.includes(act.act)) throw new Problem('notNow', petitionProblems.notNow)
  const doing = doings[act.act] as Doing<ActName>
  const { petition: changed, happened, event } = await doing(ctx, parts, petition, act)
  const saved = await savePetition(ctx.tx, changed)
  if (happened !== undefined) await writeHistory(ctx, id, { ...happened, who: nameOfActor(ctx) })
  ctx.note({
    objectType: 'petition',
    objectId: id,
    subjects: await subjectsOf(ctx.tx, id),
    facts: { code: petition.code, act: act.act },
  })
  if (event !== undefined) ctx.emit(event, { petitionId: id })
  return { status: saved.status, revision: saved.revision }
}
