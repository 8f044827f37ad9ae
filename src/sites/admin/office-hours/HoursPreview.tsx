import { Form, useNavigation } from 'react-router'
import { groupThousands } from '#values/money.ts'
import type { Words } from '#values/words.ts'
import { weekInWords } from '#engines/calendar/contract.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { movedWords } from '../moved-words.ts'
import { intoView } from '../into-view.ts'
import { useAdmin, useSay } from '../use-admin.ts'
import { cutOffSaid } from './cut-off-words.ts'
import type { previewOf, Typed } from './change.ts'

const words = {
  changes: { vi: 'Nếu khai, giờ của {unit} sẽ đổi', en: 'What would change at {unit}' },
  after: { vi: 'Giờ mới', en: 'New hours' },
  before: { vi: 'Thay cho', en: 'Instead of' },
  units: { vi: 'Số đơn vị làm việc theo giờ này', en: 'Units that will work these hours' },
} as const satisfies Record<string, Words>

interface HoursPreviewProps {
  readonly typed: Typed
  readonly preview: Awaited<ReturnType<typeof previewOf>>
}

/** The hours before and after, how many units and deadlines they touch, and the button that declares them. */
export function HoursPreview({ typed, preview }: HoursPreviewProps) {
  const { language } = useAdmin()
  const t = useSay()
  const { state } = useNavigation()
  if ('refused' in preview)
    return (
      <Block ref={intoView}>
        <NoteBox tone="late" icon="alert-circle" live>
          <p>{preview.refused}</p>
        </NoteBox>
      </Block>
    )
  const { hours, moved } = preview
  return (
    <Block title={t(words.changes, { unit: hours.unitName })} small ref={intoView}>
      <FactRows
        rows={[
          {
            term: t(words.after),
            value: weekInWords(hours.after.week, language),
            note: cutOffSaid(t, hours.after.cutOff),
          },
          {
            term: t(words.before),
            value: weekInWords(hours.before.week, language),
            note: cutOffSaid(t, hours.before.cutOff),
          },
          { term: t(words.units), value: groupThousands(hours.units) },
          { term: t(movedWords.deadlines), value: groupThousands(moved.deadlines) },
          { term: t(movedWords.promises), value: groupThousands(moved.promises) },
          { term: t(movedWords.supplements), value: groupThousands(moved.supplements) },
        ]}
      />
      <Form method="post">
        <FormToken />
        <SendOnce />
        {Object.entries(typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p className="in-line">
          <Act
            kind="primary"
            icon="check"
            text={t(movedWords.confirm)}
            refused={state === 'submitting' ? '…' : undefined}
          />
        </p>
      </Form>
    </Block>
  )
}
