import { Form } from 'react-router'
import type { Words } from '#values/words.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { FormToken } from '../../FormToken.tsx'
import { useSay } from '../use-office.ts'
import { useEditor } from './use-editor.ts'

const words = {
  title: { vi: 'Hai bên cùng đổi', en: 'Changed on both sides' },
  lead: {
    vi: 'Bản nâng cấp đổi cùng chỗ với bản của tỉnh. Chọn từng chỗ; chọn xong hết mới gửi duyệt được.',
    en: 'The upgrade and the province changed the same places. Choose in each.',
  },
  ours: { vi: 'Của tỉnh', en: 'Ours' },
  theirs: { vi: 'Bản nâng cấp', en: 'The upgrade' },
  gone: { vi: '(đã bỏ)', en: '(taken away)' },
  keepOurs: { vi: 'Giữ của tỉnh', en: 'Keep ours' },
  takeTheirs: { vi: 'Lấy bản nâng cấp', en: 'Take the upgrade' },
  chosen: { vi: 'Đã chọn: {side}', en: 'Chosen: {side}' },
} as const satisfies Record<string, Words>

/** What officials and an upgrade both changed, to be decided one by one. */
export function Conflicts() {
  const { draft, mayWrite } = useEditor()
  const t = useSay()
  if (draft.conflicts.length === 0) return null
  return (
    <Block title={t(words.title)} small>
      <p className="quiet">{t(words.lead)}</p>
      {draft.conflicts.map(({ where, ours, theirs, chosen }, number) => (
        <Form key={number} method="post">
          <FormToken />
          <input type="hidden" name="revision" value={draft.revision} />
          <input type="hidden" name="number" value={number} />
          <p>
            <b>{t(where)}</b>
          </p>
          <FactRows
            rows={[
              { term: t(words.ours), value: ours ?? t(words.gone) },
              { term: t(words.theirs), value: theirs ?? t(words.gone) },
            ]}
          />
          {chosen !== null && (
            <StatusText tone="good" icon="check">
              {t(words.chosen, { side: t(words[chosen]) })}
            </StatusText>
          )}
          {mayWrite && (
            <ActionRow>
              <Act text={t(words.keepOurs)} name="do" value="decide ours" />
              <Act text={t(words.takeTheirs)} name="do" value="decide theirs" />
            </ActionRow>
          )}
        </Form>
      ))}
    </Block>
  )
}
