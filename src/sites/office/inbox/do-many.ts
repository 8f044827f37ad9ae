import { Problem } from '#values/errors.ts'
import { say, type Language } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { textOf } from '../../form-text.ts'
import { isPlain, keyOfAct, readAct, sortActs } from '../acts/acts.ts'
import { changeTask, type Did } from '../acts/do-act.ts'

const opensAlone = {
  status: 409,
  message: {
    vi: 'Việc này cần mở riêng: chưa phải của bạn, hoặc bước này còn phải chọn, ghi thêm.',
    en: 'Open this one alone: it is not yours yet, or its step asks for more.',
  },
} as const

/** Whether a posted form is about all marked work. */
export const isMany = (form: FormData): boolean => textOf(form, 'do').startsWith('many-')

/**
 * Does the same with every marked piece of work, one after another. What cannot be done does not keep the others back; it is
 * refused at the end by its code, with how many were done.
 */
export async function doMany(client: Client, form: FormData, language: Language): Promise<Did & { about: string }> {
  const what = textOf(form, 'do') as 'many-act' | 'many-take' | 'many-assign' | 'many-later'
  const undo: string[] = []
  const failed: string[] = []
  const marked = form.getAll('marked').map(String)
  for (const one of marked) {
    const [task = '', dossier = '', code = ''] = one.split(' ')
    try {
      if (what === 'many-act') undo.push(...(await passOn(client, { task, dossier }, textOf(form, 'opinion'))))
      else undo.push(...(await changeTask(client, what.slice('many-'.length) as 'take', task, form)))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      failed.push(`${code}: ${say(error.words, language)}`)
    }
  }
  const done = marked.length - failed.length
  if (failed.length > 0) {
    const list = failed.join(' ')
    throw new Problem('notAllDone', {
      status: 409,
      message: { vi: `Đã xong ${done} việc. Chưa xong: ${list}`, en: `${done} done. Not done: ${list}` },
    })
  }
  return { what, about: String(done), undo }
}

/** The next lawful step of a piece of work, if it asks for nothing; the opinion is written beside it. */
async function passOn(client: Client, at: { task: string; dossier: string }, opinion: string): Promise<string[]> {
  const id = at.dossier
  const dossier = await client.services.getDossier({ id })
  const step = dossier.tasks.find((task) => task.id === at.task)?.step
  const offer = sortActs(dossier).primary
  if (offer === undefined || offer.action !== 'complete' || offer.step !== step || !isPlain(offer))
    throw new Problem('opensAlone', opensAlone)
  if (opinion !== '') await client.services.addOpinion({ id, text: opinion })
  const asked = new FormData()
  asked.set('act', keyOfAct(offer))
  const { undoUntil } = await client.services.act({ id, revision: dossier.revision, act: readAct(asked) })
  return undoUntil === null ? [] : [`act:${id}`]
}
