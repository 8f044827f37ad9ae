import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { LineList } from '#ui/office/Lines.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useSay } from '../use-office.ts'
import { ActForm, type PetitionPart } from './ActForm.tsx'
import { stateWords } from './words.ts'

const words = {
  alike: { vi: 'Giống việc này', en: 'Alike' },
  days: {
    vi: '90 ngày qua; gộp thì mỗi người vẫn được trả lời riêng',
    en: 'last 90 days; merged, each is still answered',
  },
  likeness: { vi: '{code}, {unit}, giống {share}%, {state}', en: '{code}, {unit}, {share}% alike, {state}' },
  merge: { vi: 'Gộp vào đây', en: 'Merge into it' },
  merged: { vi: 'Đã gộp vào việc này', en: 'Merged into this' },
  into: { vi: 'Trả lời chung với {code}', en: 'Answered together with {code}' },
} as const satisfies Record<string, Words>

/** What others asked in like words, to be answered once. */
export function Alike({ petition, refused }: PetitionPart) {
  const t = useSay()
  const mayMerge = petition.acts.includes('merge')
  return (
    <Block title={t(words.alike)} note={t(words.days)}>
      {petition.mergedInto && (
        <p>
          <a href={`/can-bo/hoi-dap/${petition.mergedInto.id}`}>{t(words.into, { code: petition.mergedInto.code })}</a>
        </p>
      )}
      {petition.alike.length > 0 && (
        <ActForm petition={petition} refused={refused} acts={['merge']}>
          <input type="hidden" name="do" value="merge" />
          <LineList
            label={t(words.alike)}
            lines={petition.alike.map((one) => ({
              id: one.id,
              href: `/can-bo/hoi-dap/${one.id}`,
              text: one.title,
              note: t(words.likeness, {
                code: one.code,
                unit: one.unitName,
                share: one.likeness,
                state: t(stateWords[one.status]),
              }),
              right:
                mayMerge && ['sent', 'accepted', 'waiting-sender'].includes(one.status) ? (
                  <Act text={t(words.merge)} name="into" value={one.id} />
                ) : undefined,
            }))}
          />
        </ActForm>
      )}
      {petition.merged.length > 0 && (
        <LineList
          label={t(words.merged)}
          lines={petition.merged.map((one) => ({
            id: one.id,
            href: `/can-bo/hoi-dap/${one.id}`,
            text: one.title,
            note: `${one.code}, ${t(words.merged)}`,
          }))}
        />
      )}
    </Block>
  )
}
