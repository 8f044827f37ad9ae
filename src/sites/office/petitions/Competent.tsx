import type { Words } from '#values/words.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { LineList } from '#ui/office/Lines.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useSay } from '../use-office.ts'
import { ActForm, type PetitionPart } from './ActForm.tsx'

const words = {
  who: { vi: 'Ai có thẩm quyền trả lời?', en: 'Who is competent?' },
  note: { vi: 'máy đề xuất, bạn quyết', en: 'proposed; you decide' },
  here: { vi: 'Đang ở đây', en: 'Here now' },
  give: { vi: 'Giao', en: 'Give' },
  not: { vi: 'Không giao', en: 'Not given' },
} as const satisfies Record<string, Words>

/** Who may answer, the nearest first; the body that it is about stands last and cannot be given it. */
export function Competent({ petition, refused }: PetitionPart) {
  const t = useSay()
  return (
    <Block title={t(words.who)} note={t(words.note)}>
      <ActForm petition={petition} refused={refused} acts={['assign']}>
        <input type="hidden" name="do" value="assign" />
        <LineList
          label={t(words.who)}
          lines={petition.bodies.map((body) => ({
            id: body.unitId,
            text: body.name,
            note: t(body.why),
            selected: body.name === petition.unitName,
            right: body.isRefused ? (
              <StatusText tone="late" icon="ban">
                {t(words.not)}
              </StatusText>
            ) : body.name === petition.unitName ? (
              <StatusText tone="good" icon="check">
                {t(words.here)}
              </StatusText>
            ) : (
              <Act icon="send" text={t(words.give)} name="unitId" value={body.unitId} />
            ),
          }))}
        />
      </ActForm>
    </Block>
  )
}
