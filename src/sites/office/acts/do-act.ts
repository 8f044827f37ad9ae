import type { Page } from '../../client.ts'
import { Problem } from '#values/errors.ts'
import { civil, instantOf } from '#values/plain-date.ts'
import type { Client } from '#engines/contract.ts'
import { textOf } from '../../form-text.ts'
import { readDong } from '../accounts/read-dong.ts'
import { readAct } from './acts.ts'
import type { Done } from './done.ts'

/** What was done, and the keys by which it can be taken back. */
export type Did = Pick<Done, 'what' | 'undo'>

/** Does what a form of the inbox or of a dossier asks: `do` names it, `dossier`, `task` and `revision` say on what. */
export async function doAct({ client }: Pick<Page, 'client'>, form: FormData): Promise<Did> {
  const id = textOf(form, 'dossier')
  const task = textOf(form, 'task')
  const what = textOf(form, 'do')
  switch (what) {
    case 'opinion':
      await client.services.addOpinion({ id, text: textOf(form, 'text') })
      return { what, undo: [`act:${id}`] }
    case 'take':
    case 'assign':
    case 'later':
      return { what, undo: await changeTask(client, what, task, form) }
    case 'pay':
      await client.services.payFee({ id, fee: textOf(form, 'fee'), method: textOf(form, 'method') as 'cash' })
      return { what, undo: [] }
    case 'grant-exemption':
      await client.services.decideExemption({ id, granted: true, basis: textOf(form, 'basis') || undefined })
      return { what: 'exemption', undo: [] }
    case 'refuse-exemption':
      await client.services.decideExemption({ id, granted: false, reason: textOf(form, 'reason') })
      return { what: 'exemption', undo: [] }
    case 'undo':
      await takeAllBack(client, form.getAll('undo').map(String))
      return { what, undo: [] }
    default: {
      const revision = textOf(form, 'revision')
      const act = readAct(form)
      if (act.action === 'pause' && textOf(form, 'thong-bao')) return recordNotice(client, id, revision, act.step, form)
      const said = { id, ...(revision ? { revision: Number(revision) } : {}), act }
      const { undoUntil } = await client.services.act(said)
      return { what: act.action === 'return' ? 'return' : 'act', undo: undoUntil === null ? [] : [`act:${id}`] }
    }
  }
}

/** A pause for a notice to pay: with what it asks for. */
async function recordNotice(client: Client, id: string, revision: string, step: string, form: FormData): Promise<Did> {
  const items = [1, 2, 3]
    .map((order) => ({ name: textOf(form, `khoan-${order}`), amount: readDong(textOf(form, `tien-${order}`)) }))
    .filter(({ name }) => name !== '')
  await client.services.recordObligation({
    id,
    ...(revision ? { revision: Number(revision) } : {}),
    step,
    notice: textOf(form, 'thong-bao'),
    issuedBy: textOf(form, 'co-quan'),
    items,
  })
  return { what: 'act', undo: [] }
}

/** Takes work, gives it to somebody or puts it off; answers the key by which that is taken back. */
export async function changeTask(
  client: Client,
  what: 'take' | 'assign' | 'later',
  id: string,
  form: FormData,
): Promise<string[]> {
  const reason = textOf(form, 'reason')
  if (what === 'take') await client.workflow.takeTask({ id })
  else if (what === 'later') await client.workflow.remindLater({ id, at: morningOf(textOf(form, 'day')) })
  else await client.workflow.reassignTask({ id, postId: textOf(form, 'post'), ...(reason ? { reason } : {}) })
  return [`task:${id}`]
}

const notAllBack = (done: number, over: number) =>
  new Problem('notAllBack', {
    status: 409,
    message: {
      vi: `Đã hoàn tác ${done} việc. ${over} việc không hoàn tác được nữa: đã quá 10 giây, hoặc đã có người làm tiếp.`,
      en: `${done} undone. ${over} can no longer be: more than 10 seconds have passed, or someone has gone on.`,
    },
  })

/** Takes everything back that still can be; what cannot does not keep the others, and is refused at the end. */
async function takeAllBack(client: Client, keys: readonly string[]): Promise<void> {
  const over: Problem[] = []
  for (const key of keys)
    try {
      await takeBack(client, key)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      over.push(error)
    }
  if (over.length > 0) throw over.length === keys.length ? over[0] : notAllBack(keys.length - over.length, over.length)
}

async function takeBack(client: Client, key: string): Promise<void> {
  const [kind, id = ''] = key.split(':')
  if (kind === 'act') await client.services.undoAct({ id })
  else await client.workflow.undoTask({ id })
}

const opening = 7 * 60

/** When work begins on that day. */
const morningOf = (day: string): Date => instantOf(civil(day), opening)
