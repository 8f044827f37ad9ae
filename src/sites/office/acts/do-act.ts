import type { Page } from '../../client.ts'
import { civil, instantOf } from '#values/plain-date.ts'
import { textOf } from '../../form-text.ts'
import { readAct } from './acts.ts'

/** What a posted form wants done; the name is said back after it. */
export type Done = 'act' | 'opinion' | 'take' | 'assign' | 'later' | 'pay'

/** Does what a form of the inbox or of a dossier asks: `do` names it, `dossier`, `task` and `revision` say on what. */
export async function doAct({ client }: Pick<Page, 'client'>, form: FormData): Promise<Done> {
  const id = textOf(form, 'dossier')
  const task = textOf(form, 'task')
  const what = textOf(form, 'do')
  switch (what) {
    case 'opinion':
      await client.services.addOpinion({ id, text: textOf(form, 'text') })
      return what
    case 'take':
      await client.workflow.takeTask({ id: task })
      return what
    case 'assign': {
      const reason = textOf(form, 'reason')
      await client.workflow.reassignTask({ id: task, postId: textOf(form, 'post'), ...(reason ? { reason } : {}) })
      return what
    }
    case 'later':
      await client.workflow.remindLater({ id: task, at: morningOf(textOf(form, 'day')) })
      return what
    case 'pay':
      await client.services.payFee({ id, fee: textOf(form, 'fee'), method: textOf(form, 'method') as 'cash' })
      return what
    default: {
      const revision = textOf(form, 'revision')
      await client.services.act({ id, ...(revision ? { revision: Number(revision) } : {}), act: readAct(form) })
      return 'act'
    }
  }
}

const opening = 7 * 60

/** When work begins on that day. */
const morningOf = (day: string): Date => instantOf(civil(day), opening)
