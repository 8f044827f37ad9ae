import type { Words } from '#values/words.ts'
import { DeadlineBadge } from '#ui/office/Badge.tsx'
import { LineList } from '#ui/office/Lines.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useSay } from '../use-office.ts'
import { editorHref } from './editor-address.ts'
import { useEditor } from './use-editor.ts'

const words = {
  check: { vi: 'Kiểm tra', en: 'Check' },
  errors: { vi: '{count} lỗi', en: '{count} errors' },
  hints: { vi: '{count} nhắc', en: '{count} hints' },
  fine: { vi: 'Không có lỗi', en: 'No errors' },
} as const satisfies Record<string, Words>

/** What is wrong, each with the place that it leads to; errors first. */
export function Findings() {
  const { draft } = useEditor()
  const t = useSay()
  const errors = draft.findings.filter(({ weight }) => weight === 'error')
  const hints = draft.findings.filter(({ weight }) => weight === 'hint')
  return (
    <Block
      title={t(words.check)}
      small
      right={
        <>
          {errors.length > 0 ? (
            <DeadlineBadge tone="late">{t(words.errors, { count: errors.length })}</DeadlineBadge>
          ) : (
            <DeadlineBadge tone="good" icon="check">
              {t(words.fine)}
            </DeadlineBadge>
          )}{' '}
          {hints.length > 0 && (
            <DeadlineBadge tone="soon" icon="alert-circle">
              {t(words.hints, { count: hints.length })}
            </DeadlineBadge>
          )}
        </>
      }
    >
      <LineList
        label={t(words.check)}
        lines={[...errors, ...hints].map((one, at) => ({
          id: `${at}`,
          icon: one.weight === 'error' ? 'alert-triangle' : 'alert-circle',
          href: editorHref(draft.id, one.section, one.element),
          text: t(one.where),
          note: t(one.words),
        }))}
      />
    </Block>
  )
}
