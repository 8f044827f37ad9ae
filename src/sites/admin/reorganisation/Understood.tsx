import { Form, useNavigation } from 'react-router'
import { groupThousands } from '#values/money.ts'
import { say, type Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { useAdmin, useSay } from '../use-admin.ts'
import type { ReadPlan } from './read-plan.ts'

const words = {
  understood: { vi: 'Đã hiểu', en: 'Understood' },
  areas: { vi: 'Nơi nhập vào nơi khác, hoặc bị chia', en: 'Go into others, or are divided' },
  opened: { vi: 'Nơi mới, hoặc đổi tên', en: 'New, or called otherwise' },
  same: { vi: 'Nơi giữ nguyên', en: 'Stay as they are' },
  others: { vi: 'Đơn vị, thẩm quyền, mẫu đơn vị', en: 'Units, competences, patterns' },
  unread: { vi: 'Dòng để riêng, chưa dùng được', en: 'Lines set aside' },
  line: { vi: 'Dòng {line}', en: 'Line {line}' },
  more: { vi: 'và {count} dòng nữa', en: 'and {count} more' },
  keep: { vi: 'Lưu những gì đã hiểu', en: 'Keep what was understood' },
  notYet: {
    vi: 'Chưa lưu gì. Sửa bảng rồi bấm Tiếp tục lần nữa, hoặc lưu những gì đã hiểu.',
    en: 'Nothing is kept yet. Mend the table and continue again, or keep what was understood.',
  },
  none: { vi: 'Chưa hiểu được dòng nào', en: 'No line was understood' },
} as const satisfies Record<string, Words>

const shown = 100

/** What was read of a pasted plan, what was not and why; only the button keeps it. */
export function Understood({ read: { plan, same, unread } }: { readonly read: ReadPlan }) {
  const { language } = useAdmin()
  const t = useSay()
  const { state } = useNavigation()
  const others =
    plan === undefined ? 0 : plan.units.length + plan.closed.length + plan.competence.length + plan.patterns.length
  const isEmpty = plan === undefined || plan.areas.length + plan.openedAreas.length + others === 0
  return (
    <>
      <Block title={t(words.understood)} small>
        {isEmpty ? (
          <NoteBox tone="late" icon="alert-circle" live>
            <p>{t(words.none)}</p>
          </NoteBox>
        ) : (
          <>
            <FactRows
              rows={[
                { term: t(words.areas), value: groupThousands(plan.areas.length) },
                { term: t(words.opened), value: groupThousands(plan.openedAreas.length) },
                { term: t(words.same), value: groupThousands(same) },
                { term: t(words.others), value: groupThousands(others) },
                {
                  term: t(words.unread),
                  value: groupThousands(unread.length),
                  ...(unread.length > 0 && { tone: 'soon' as const }),
                },
              ]}
            />
            <p className="quiet">{t(words.notYet)}</p>
            <Form method="post">
              <FormToken />
              <SendOnce />
              <input type="hidden" name="viec" value="luu" />
              <input type="hidden" name="bang" value={JSON.stringify(plan)} />
              <p className="in-line">
                <Act
                  kind="primary"
                  icon="check"
                  text={t(words.keep)}
                  {...(state === 'submitting' && { refused: '…' })}
                />
              </p>
            </Form>
          </>
        )}
      </Block>
      {unread.length > 0 && (
        <Block title={t(words.unread)} count={groupThousands(unread.length)} small>
          <ul className="set-aside">
            {unread.slice(0, shown).map(({ line, text, reason }, at) => (
              <li key={at}>
                <b>{t(words.line, { line })}</b>: {say(reason, language)}
                <p className="quiet">{text}</p>
              </li>
            ))}
          </ul>
          {unread.length > shown && <p className="quiet">{t(words.more, { count: unread.length - shown })}</p>}
        </Block>
      )}
    </>
  )
}
