import type { ComponentProps } from 'react'
import { useNavigation } from 'react-router'
import { groupThousands } from '#values/money.ts'
import { showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { PlanButton } from '../reorganisation/PlanForm.tsx'
import { useAdmin, useMay, useSay } from '../use-admin.ts'
import { importWords } from './words.ts'

const words = {
  execute: { vi: 'Thực hiện', en: 'Carry out' },
  undo: { vi: 'Hoàn tác', en: 'Take back' },
  by: { vi: 'Người gửi', en: 'Sent by' },
  at: { vi: 'Gửi lúc', en: 'Sent' },
  doneAt: { vi: 'Thực hiện lúc', en: 'Carried out' },
  undoneAt: { vi: 'Hoàn tác lúc', en: 'Taken back' },
  trail: { vi: 'Xem trong nhật ký', en: 'See it in the audit trail' },
} as const satisfies Record<string, Words>

interface ImportStepsProps {
  readonly view: {
    readonly id: string
    readonly status: 'draft' | 'done' | 'undone'
    readonly seen: string
    readonly counts: Readonly<Record<'new' | 'changed' | 'same' | 'aside', number>>
    readonly createdByName: string
    readonly createdAt: Date
    readonly doneAt: Date | null
    readonly undoneAt: Date | null
  }
  /** The page of all imports of this kind. */
  readonly place: string
  /** What the trail calls one of them. */
  readonly object: string
  readonly say: Readonly<Record<'executeText' | 'nothing' | 'discard' | 'undoText' | 'download', Words>>
  /** What is to be known of one that was carried out. */
  readonly doneNote?: string
  readonly asideNote?: string
  readonly facts?: ComponentProps<typeof FactRows>['rows']
}

/** Where an import stands, and the next lawful step. */
export function ImportSteps({ view, place, object, say, doneNote, asideNote, facts = [] }: ImportStepsProps) {
  const { language } = useAdmin()
  const t = useSay()
  const mayRead = useMay('audit.read')
  const busy = useNavigation().state === 'submitting' ? { refused: '…' } : {}
  const times = [
    [words.at, view.createdAt],
    [words.doneAt, view.doneAt],
    [words.undoneAt, view.undoneAt],
  ] as const
  return (
    <>
      <Block>
        {view.status === 'draft' && (
          <div className="standing">
            <PlanButton what="thuc-hien" fields={{ 'da-xem': view.seen }}>
              <Act
                kind="primary"
                icon="check"
                wide
                text={t(words.execute)}
                {...(view.counts.new + view.counts.changed === 0 ? { refused: t(say.nothing) } : busy)}
              />
            </PlanButton>
            <p className="quiet">{t(say.executeText)}</p>
            <PlanButton what="bo" fields={{}}>
              <Act icon="trash" wide text={t(say.discard)} {...busy} />
            </PlanButton>
          </div>
        )}
        {view.status === 'done' && (
          <div className="standing">
            {doneNote !== undefined && <p className="quiet">{doneNote}</p>}
            <PlanButton what="hoan-tac" fields={{}}>
              <Act icon="arrow-back-up" wide text={t(words.undo)} {...busy} />
            </PlanButton>
            <p className="quiet">{t(say.undoText)}</p>
          </div>
        )}
      </Block>
      {view.counts.aside > 0 && (
        <Block title={t(importWords.aside)} count={groupThousands(view.counts.aside)} small>
          <div className="standing">
            <Act icon="download" wide text={t(say.download)} href={`${place}/${view.id}/cach-ly`} />
            {asideNote !== undefined && <p className="quiet">{asideNote}</p>}
          </div>
        </Block>
      )}
      <Block>
        <FactRows
          rows={[
            ...facts,
            { term: t(words.by), value: view.createdByName },
            ...times.flatMap(([term, at]) =>
              at === null ? [] : [{ term: t(term), value: showInstant(at, language) }],
            ),
          ]}
        />
        {mayRead && <a href={`/quan-tri/nhat-ky?doi-tuong=${object}:${view.id}`}>{t(words.trail)}</a>}
      </Block>
    </>
  )
}
