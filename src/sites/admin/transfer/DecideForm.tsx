import { Form, useNavigation } from 'react-router'
import { addDays, type PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FormToken } from '../../FormToken.tsx'
import { RefusedNote } from '../../office/RefusedNote.tsx'
import type { Refused } from '../../office/staff.ts'
import { SendOnce } from '../../SendOnce.tsx'
import { useAdmin, useSay } from '../use-admin.ts'

const words = {
  decide: { vi: 'Hẹn thực hiện 00:00 ngày {day}', en: 'Schedule for 00:00 on {day}' },
  rule: {
    vi: 'Bỏ hẹn được đến 23:59 ngày {day}; có hiệu lực rồi thì cần quyết định mới.',
    en: 'It can be cancelled until 23:59 on {day}; once in force a new decision is needed.',
  },
  noDocument: { vi: 'Điền số quyết định trước', en: 'Fill in the number of the decision first' },
} as const satisfies Record<string, Words>

interface DecideFormProps {
  readonly effectiveOn: PlainDate
  readonly document: string
  readonly refused: Refused['refused'] | undefined
}

/** Writes what was looked at; the plan stands in the address. */
export function DecideForm({ effectiveOn, document, refused }: DecideFormProps) {
  const { language } = useAdmin()
  const t = useSay()
  const { state } = useNavigation()
  const hindrance = state === 'submitting' ? '…' : document === '' ? t(words.noDocument) : undefined
  return (
    <Block>
      {refused && <RefusedNote language={language} refused={refused} />}
      <Form method="post">
        <FormToken />
        <SendOnce />
        <ActionRow>
          <Act
            kind="primary"
            icon="calendar-event"
            text={t(words.decide, { day: showDate(effectiveOn) })}
            {...(hindrance !== undefined && { refused: hindrance })}
          />
        </ActionRow>
      </Form>
      <p className="quiet">{t(words.rule, { day: showDate(addDays(effectiveOn, -1)) })}</p>
    </Block>
  )
}
