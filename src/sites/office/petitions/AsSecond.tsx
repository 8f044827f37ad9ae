import type { Words } from '#values/words.ts'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useSay } from '../use-office.ts'
import { ActForm, type PetitionPart } from './ActForm.tsx'

const words = {
  title: { vi: 'Là khiếu nại lần hai?', en: 'Is it a second complaint?' },
  note: {
    vi: 'chuyển cấp trên trực tiếp của nơi đã giải quyết, hạn theo Điều 37',
    en: 'to the level above whoever settled it, by the limits of art. 37',
  },
  decision: { vi: 'Quyết định giải quyết lần đầu', en: 'First decision' },
  hint: { vi: 'Số, ngày, của ai', en: 'Number, day, whose' },
  give: { vi: 'Chuyển cấp trên', en: 'Give it to the level above' },
} as const satisfies Record<string, Words>

/** A complaint that its sender did not call a second one, though it is. */
export function AsSecond({ petition, refused }: PetitionPart) {
  const t = useSay()
  return (
    <Block title={t(words.title)} note={t(words.note)}>
      <ActForm petition={petition} refused={refused} acts={['as-second']}>
        <input type="hidden" name="do" value="as-second" />
        <TextField
          name="decision"
          label={t(words.decision)}
          hint={t(words.hint)}
          value={refused?.typed['do'] === 'as-second' ? refused.typed['decision'] : undefined}
        />
        <ActionRow>
          <Act icon="arrow-up" text={t(words.give)} />
        </ActionRow>
      </ActForm>
    </Block>
  )
}
