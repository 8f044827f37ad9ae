import type { Words } from '#values/words.ts'
import { Block, Pane } from '#ui/office/Panes.tsx'
import { ActPanel, type PostChoice } from '../acts/ActPanel.tsx'
import { RefusedNote } from '../RefusedNote.tsx'
import { Actions } from '../acts/Actions.tsx'
import type { OfficeDossier } from '../acts/acts.ts'
import { DossierHistory } from '../dossier/DossierHistory.tsx'
import type { Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'

const words = {
  actions: { vi: 'Việc làm được', en: 'Actions' },
  history: { vi: 'Lịch sử', en: 'History' },
  why: { vi: 'Vì sao tôi thấy hồ sơ này?', en: 'Why can I see this dossier?' },
  none: { vi: 'Chọn một việc bên trái; phím J, K để xuống, lên.', en: 'Choose work at the left; J, K move.' },
} as const satisfies Record<string, Words>

interface InboxActionsProps {
  /** There is something in the list to choose. */
  readonly hasWork: boolean
  readonly dossier: OfficeDossier | undefined
  readonly taskId: string | undefined
  readonly posts: readonly PostChoice[]
  readonly now: Date
  readonly panel: string | undefined
  readonly panelHref: (panel: string) => string
  readonly closeHref: string
  readonly refused: Refused['refused'] | undefined
  /** Selected after an act. */
  readonly nextId: string | undefined
}

/** The right column: what can be done, and what happened. */
export function InboxActions({
  hasWork,
  dossier,
  taskId,
  posts,
  now,
  panel,
  panelHref,
  closeHref,
  refused,
  nextId,
}: InboxActionsProps) {
  const { language, me } = useOffice()
  const t = useSay()
  if (dossier === undefined) {
    return (
      <Pane label={t(words.actions)} ground="ground" still>
        {hasWork && <p className="quiet block">{t(words.none)}</p>}
      </Pane>
    )
  }
  return (
    <Pane
      label={t(words.actions)}
      ground="ground"
      foot={<a href={`/can-bo/ho-so/${dossier.id}?xem=vi-sao`}>{t(words.why)}</a>}
    >
      {panel === undefined ? (
        <Block>
          {refused && <RefusedNote language={language} refused={refused} />}
          <Actions
            language={language}
            dossier={dossier}
            permissions={me.permissions}
            panelHref={panelHref}
            openHref={`/can-bo/ho-so/${dossier.id}`}
            taskId={taskId}
            after={{ next: nextId }}
            canRemind
          />
        </Block>
      ) : (
        <ActPanel
          language={language}
          open={panel}
          dossier={dossier}
          taskId={taskId}
          posts={posts}
          now={now}
          closeHref={closeHref}
          refused={refused}
          after={{ next: nextId }}
        />
      )}
      <Block title={t(words.history)} small>
        <DossierHistory dossier={dossier} most={6} />
      </Block>
    </Pane>
  )
}
