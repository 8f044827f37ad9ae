import { redirect } from 'react-router'
import { textOf } from '../form-text.ts'

interface Kept {
  readonly id: string
}

interface RegisterActs {
  readonly add: (ownerId: string) => Promise<Kept>
  readonly change: (id: string) => Promise<Kept>
  readonly setStatus: (given: { id: string; status: 'active' | 'disabled' }) => Promise<Kept>
}

/** Does what such a form asks for, or shuts or opens one, and leads to it. */
export async function keepRegistered(here: string, form: FormData, { add, change, setStatus }: RegisterActs) {
  const id = textOf(form, 'id')
  const kept = form.has('tao')
    ? await add(textOf(form, 'ownerId'))
    : form.has('sua')
      ? await change(id)
      : await setStatus({ id, status: form.has('khoa') ? 'disabled' : 'active' })
  return redirect(`${here}?chon=${kept.id}`)
}
