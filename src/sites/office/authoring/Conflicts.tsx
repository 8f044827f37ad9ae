import { Form } from 'react-router'
import type { Words } from '#values/words.ts'
import { NoteBox, StatusText } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { useSay } from '../use-office.ts'
import { useEditor } from './use-editor.ts'

const words = {
  title: { vi: 'Hai bên cùng đổi', en: 'Changed on both sides' },
  leadNewer: {
    vi: 'Bản công bố sau đổi cùng chỗ với bản đang soạn. Chọn từng chỗ; chọn xong hết mới gửi duyệt được.',
    en: 'A version that was published since and this draft changed the same places. Choose in each.',
  },
  mine: { vi: 'Bản đang soạn', en: 'This draft' },
  published: { vi: 'Bản {number}', en: 'Version {number}' },
  keepMine: { vi: 'Giữ bản đang soạn', en: 'Keep this draft' },
  takePublished: { vi: 'Lấy bản {number}', en: 'Take version {number}' },
  merge: { vi: 'Ghép bản {number} vào', en: 'Merge version {number}' },
  mergeLead: {
    vi: 'Bản {number} được công bố sau khi bắt đầu soạn bản này. Ghép vào rồi mới gửi duyệt được; chỗ chỉ một bên đổi tự lấy bên ấy.',
    en: 'Version {number} was published since this was begun. Merge it before you submit; what one side alone changed is taken.',
  },
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

/** What was published meanwhile and is to be merged; then what both sides changed, to be decided one by one. */
export function Conflicts() {
  const { draft } = useEditor()
  const t = useSay()
  return (
    <>
      {draft.newerNumber !== null && <Newer number={draft.newerNumber} />}
      {draft.conflicts.length > 0 && (
        <Block title={t(words.title)} small>
          <p className="quiet">{t(draft.conflicts.some(({ from }) => from !== null) ? words.leadNewer : words.lead)}</p>
          {draft.conflicts.map((conflict, number) => (
            <OneConflict key={number} number={number} {...conflict} />
          ))}
        </Block>
      )}
    </>
  )
}

function Newer({ number }: { readonly number: number }) {
  const { draft, mayWrite } = useEditor()
  const t = useSay()
  return (
    <Block>
      <NoteBox tone="soon" icon="arrows-exchange" title={t(words.merge, { number })}>
        <p>{t(words.mergeLead, { number })}</p>
        {mayWrite && (
          <Form method="post">
            <FormToken />
            <SendOnce />
            <input type="hidden" name="revision" value={draft.revision} />
            <ActionRow>
              <Act text={t(words.merge, { number })} name="do" value="merge" />
            </ActionRow>
          </Form>
        )}
      </NoteBox>
    </Block>
  )
}

type Conflict = ReturnType<typeof useEditor>['draft']['conflicts'][number]

function OneConflict({ number, where, ours, theirs, chosen, from }: Conflict & { readonly number: number }) {
  const { draft, mayWrite } = useEditor()
  const t = useSay()
  const sides =
    from === null
      ? { ours: words.ours, theirs: words.theirs, keep: words.keepOurs, take: words.takeTheirs }
      : { ours: words.mine, theirs: words.published, keep: words.keepMine, take: words.takePublished }
  const said = (one: Words) => t(one, { number: from ?? 0 })
  return (
    <Form method="post">
      <FormToken />
      <input type="hidden" name="revision" value={draft.revision} />
      <input type="hidden" name="number" value={number} />
      <p>
        <b>{t(where)}</b>
      </p>
      <FactRows
        rows={[
          { term: said(sides.ours), value: ours ?? t(words.gone) },
          { term: said(sides.theirs), value: theirs ?? t(words.gone) },
        ]}
      />
      {chosen !== null && (
        <StatusText tone="good" icon="check">
          {t(words.chosen, { side: said(sides[chosen]) })}
        </StatusText>
      )}
      {mayWrite && (
        <ActionRow>
          <Act text={said(sides.keep)} name="do" value="decide ours" />
          <Act text={said(sides.take)} name="do" value="decide theirs" />
        </ActionRow>
      )}
    </Form>
  )
}
