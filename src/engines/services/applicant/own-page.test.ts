import { expect, test } from 'vitest'
import type { Form } from '#engines/forms/declare.ts'
import { filledFrom, pageAlone } from './own-page.ts'

const words = (vi: string) => ({ vi, en: vi })
const text = (id: string, when?: object) => ({ id, type: 'text', label: words(id), ...(when ? { when } : {}) })
const form = {
  id: 'two',
  pages: [
    { id: 'first', title: words('Một'), fields: [text('secret'), text('root')] },
    { id: 'second', title: words('Hai'), when: { field: 'root', is: 'yes' }, fields: [text('branch'), text('other')] },
    { id: 'theirs', title: words('Ba'), fields: [text('own', { field: 'branch', is: 'b' }), text('also')] },
    { id: 'later', title: words('Bốn'), fields: [text('after')] },
  ],
} as Form

test('whoever answers one page gets its answers and those it depends on, and none beside', () => {
  const answers = { secret: 's', root: 'yes', branch: 'b', other: 'o', own: 'x', also: 'y', after: 'z', stray: 1 }
  const alone = pageAlone(form, 'theirs', answers)
  expect(alone.answers).toEqual({ root: 'yes', branch: 'b', own: 'x', also: 'y' })
  expect(alone.form.pages.map(({ id }) => id)).toEqual(['first', 'second', 'theirs'])
})

test('a page begins with what is known of whoever answers it, and keeps what was answered', () => {
  const parts = { fullName: 'required', personalId: 'required' }
  const person = (id: string) => ({ id, type: 'person', label: words(id), parts })
  const asked = { ...form, pages: [{ ...form.pages[0]!, fields: [person('own'), person('witness')] }] } as Form
  const me = { fullName: 'Ngô Văn Thắng', personalId: '024080004711', phone: '0912000678' }
  expect(filledFrom(me, asked, 'first', { else: 1 })).toEqual({
    else: 1,
    own: { fullName: 'Ngô Văn Thắng', personalId: '024080004711' },
  })
  const answered = { own: { fullName: 'Ngô Văn Thành' } }
  expect(filledFrom(me, asked, 'first', answered)).toEqual(answered)
})
