import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { dateAt } from '#values/plain-date.ts'
import type { Page } from '../client.ts'
import { useSay } from './use-admin.ts'
import { adminWords } from './words.ts'

const words = {
  find: { vi: 'Cơ quan chủ quản: tên hoặc mã', en: 'Owner: name or code of the unit' },
  none: { vi: 'Không thấy đơn vị có tên này.', en: 'No unit of that name.' },
} as const satisfies Record<string, Words>

/** What was looked for, and the units that it may be, as choices. */
export interface FoundOwners {
  readonly text: string
  readonly owners: readonly { readonly value: string; readonly text: string }[]
}

export async function findOwners({ client }: Page, { searchParams }: URL): Promise<FoundOwners> {
  const text = (searchParams.get('don-vi') ?? '').trim().slice(0, 100)
  const found = text === '' ? [] : await client.directory.findUnits({ text, asOf: dateAt(new Date()), limit: 20 })
  return { text, owners: found.map(({ id, name, code }) => ({ value: id, text: `${name} (${code})` })) }
}

/** Whose something is to be is looked for first: the form follows once there is a choice. */
export function FindOwner({ text, owners, action }: FoundOwners & { readonly action: string }) {
  const t = useSay()
  return (
    <>
      <form method="get" action={action} className="search-line" key={text}>
        <TextField name="don-vi" label={t(words.find)} value={text} />
        <Act text={t(adminWords.search)} />
      </form>
      {text !== '' && owners.length === 0 && <p className="quiet">{t(words.none)}</p>}
    </>
  )
}
