import type { Act } from '#engines/petitions/contract.ts'
import type { Id } from '#values/id.ts'
import { textOf } from '../../form-text.ts'

/** The act that a form asks for; what it says is checked by the operation. */
export function actOf(form: FormData): Act {
  const text = (name: string) => textOf(form, name)
  const note = text('note')
  const made: Readonly<Record<Act['act'], () => Act>> = {
    accept: () => ({ act: 'accept', ...(text('case') && { case: text('case') }) }),
    refuse: () => ({ act: 'refuse', reason: text('reason') }),
    'ask-more': () => ({ act: 'ask-more', words: text('words') }),
    assign: () => ({ act: 'assign', unitId: text('unitId'), ...(note && { note }) }),
    'as-second': () => ({ act: 'as-second', decision: text('decision') }),
    extend: () => ({ act: 'extend', reason: text('reason') }),
    merge: () => ({ act: 'merge', into: text('into') }),
    save: () => ({ act: 'save', text: text('text') }),
    propose: () => ({ act: 'propose', text: text('text') }),
    return: () => ({ act: 'return', words: text('words') }),
    approve: () => ({ act: 'approve', text: text('text') }),
    publish: () => ({
      act: 'publish',
      title: text('title'),
      body: text('body'),
      answer: text('answer'),
      files: form.getAll('file').filter((id) => typeof id === 'string') as Id<'file'>[],
    }),
    withdraw: () => ({ act: 'withdraw', reason: text('reason') }),
  }
  return (made[text('do') as Act['act']] ?? made.save)()
}
