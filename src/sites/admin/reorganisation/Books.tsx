import type { Words } from '#values/words.ts'
import { IconButton } from '#ui/office/Button.tsx'
import { SelectField } from '#ui/office/Fields.tsx'
import { LineList } from '#ui/office/Lines.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useSay } from '../use-admin.ts'
import { PlanButton, PlanForm } from './PlanForm.tsx'
import type { View } from './view.ts'

const words = {
  books: { vi: 'Sổ, dãy số', en: 'Books of numbers' },
  anew: {
    vi: '{count} cơ quan nhập lại mở sổ mới từ 01; số đã cấp giữ nguyên trong sổ cũ.',
    en: '{count} merged bodies begin their books anew from 01; numbers given stay in the old ones.',
  },
  goesOn: { vi: 'tiếp sổ của {name}', en: 'goes on with the books of {name}' },
  add: { vi: 'Cho tiếp sổ cũ', en: 'Let one go on with old books' },
  which: { vi: 'Cơ quan nào tiếp sổ của ai', en: 'Which body goes on with whose' },
  submit: { vi: 'Ghi', en: 'Save' },
  take: { vi: 'Để {name} mở sổ mới', en: 'Let {name} begin anew' },
} as const satisfies Record<string, Words>

/** What becomes of the books of bodies that are merged: their own from the day on, unless one goes on with those of before. */
export function Books({ view }: { readonly view: View }) {
  const t = useSay()
  if (view.books.length === 0) return null
  const chosen = view.books.filter(({ of }) => of !== null)
  const nameOf = ({ from, of }: View['books'][number]) => from.find(({ code }) => code === of)?.name ?? of ?? ''
  return (
    <Block title={t(words.books)} small>
      <p className="quiet">{t(words.anew, { count: view.books.length - chosen.length })}</p>
      <LineList
        label={t(words.books)}
        lines={chosen.map((one) => ({
          id: one.code,
          text: one.name,
          note: t(words.goesOn, { name: nameOf(one) }),
          ...(view.state === 'draft' && {
            right: (
              <PlanButton what="so-moi" fields={{ so: one.code }}>
                <IconButton icon="x" label={t(words.take, { name: one.name })} />
              </PlanButton>
            ),
          }),
        }))}
      />
      {view.state === 'draft' && (
        <PlanForm key={chosen.length} what="so" title={t(words.add)} submit={t(words.submit)} open={false}>
          <SelectField
            name="so"
            label={t(words.which)}
            options={view.books
              .filter(({ of }) => of === null)
              .flatMap(({ code, name, from }) =>
                from.map((one) => ({
                  value: `${code} ${one.code}`,
                  text: `${name}: ${t(words.goesOn, { name: one.name })} (${one.code})`,
                })),
              )}
          />
        </PlanForm>
      )}
    </Block>
  )
}
