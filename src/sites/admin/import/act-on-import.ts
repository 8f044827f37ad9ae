import { redirect, type ActionFunctionArgs } from 'react-router'
import type { Client } from '#engines/contract.ts'
import { textOf } from '../../form-text.ts'
import { refusedAnswer, staffPage } from '../../office/staff.ts'

/** The operations behind the buttons of an import. */
interface Acts {
  execute(input: { readonly id: string; readonly seen: string }): Promise<unknown>
  undo(input: { readonly id: string }): Promise<unknown>
  discard(input: { readonly id: string }): Promise<unknown>
}

/** What the buttons of an import do; `place` is the page of all imports of its kind. */
export const actOnImport =
  (place: string, actsOf: (directory: Client['directory']) => Acts) => async (args: ActionFunctionArgs) => {
    const page = staffPage(args)
    const acts = actsOf(page.client.directory)
    const form = await args.request.formData()
    const id = args.params['id'] ?? ''
    const what = textOf(form, 'viec')
    try {
      if (what === 'thuc-hien') await acts.execute({ id, seen: textOf(form, 'da-xem') })
      else if (what === 'hoan-tac') await acts.undo({ id })
      else await acts.discard({ id })
    } catch (error) {
      return refusedAnswer(error, page, form)
    }
    return redirect(what === 'bo' ? place : `${place}/${id}`)
  }
