import { useLoaderData, type MetaFunction } from 'react-router'
import { groupThousands } from '#values/money.ts'
import { showFullDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { DeadlineBadge } from '#ui/office/Badge.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { RefusedNote } from '../../office/RefusedNote.tsx'
import type { Refused } from '../../office/staff.ts'
import { titled } from '../../titled.ts'
import { useLastAnswer } from '../../use-last-answer.ts'
import { AdminPage } from '../AdminPage.tsx'
import { useAdmin, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import { changeReorganisation } from './act.ts'
import { Books } from './Books.tsx'
import { ChangeForms } from './ChangeForms.tsx'
import { Changes } from './Changes.tsx'
import { Decisions } from './Decisions.tsx'
import { Exceptions, Head } from './Exceptions.tsx'
import { MapsOf } from './Maps.tsx'
import { Standing } from './Standing.tsx'
import { Hours } from './Hours.tsx'
import { FullList, Touched } from './Touched.tsx'
import { viewReorganisation } from './view.ts'
import { changeKinds, stateWords } from './words.ts'

const words = {
  effective: { vi: 'Hiệu lực 00:00 {day}', en: 'In force from 00:00 on {day}' },
  changes: { vi: 'Nơi nào thành gì', en: 'What becomes of what' },
  add: { vi: 'Thêm thay đổi', en: 'Add a change' },
  touched: { vi: 'Sẽ đụng tới', en: 'What it touches' },
  decide: { vi: 'Phải quyết trước khi thực hiện', en: 'To be decided first' },
  standing: { vi: 'Thực hiện', en: 'Carrying out' },
} as const satisfies Record<string, Words>

export const loader = viewReorganisation
export const action = changeReorganisation
/** What somebody else changed is shown at once when it was refused for that. */
export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, loaderData?.title, adminWords.reorganisations, adminWords.admin)

export default function OneReorganisation() {
  const view = useLoaderData<typeof loader>()
  const refused = useLastAnswer<Refused>()?.refused
  const { language } = useAdmin()
  const t = useSay()
  const isDraft = view.state === 'draft'
  const state = stateWords[view.state]
  const isAdding = changeKinds.some((kind) => kind === refused?.typed['viec'])
  return (
    <AdminPage rail>
      <PageHead
        title={view.title}
        text={view.document}
        back={{ href: '/quan-tri/sap-xep', text: t(adminWords.reorganisations) }}
        right={
          <span className="in-line">
            <DeadlineBadge tone="soon" icon="alarm">
              {t(words.effective, { day: showFullDate(view.effectiveOn, language) })}
            </DeadlineBadge>
            <DeadlineBadge tone={state.tone} icon={state.icon}>
              {t(state.words)}
            </DeadlineBadge>
          </span>
        }
      />
      <Panes shape="desk">
        <Pane label={t(words.changes)} ground="ground" still={!isDraft}>
          {isDraft && (
            <Block small key={JSON.stringify(view.groups)}>
              <details className="more" open={view.groups.length === 0 || view.added !== '' || isAdding || undefined}>
                <summary>{t(words.add)}</summary>
                <ChangeForms asOf={view.asOf} last={view.added} refused={refused} />
              </details>
            </Block>
          )}
          <Block title={t(words.changes)} small>
            <Changes groups={view.groups} patterns={view.plan.patterns} mayChange={isDraft} />
          </Block>
        </Pane>
        <Pane label={t(words.touched)}>
          {view.maps !== undefined ? (
            <MapsOf view={view} maps={view.maps} />
          ) : view.list === undefined ? (
            <>
              <Touched view={view} />
              <Books view={view} />
              <Hours view={view} />
              <Exceptions view={view} refused={refused} />
              {isDraft && <Head view={view} refused={refused} />}
            </>
          ) : (
            <FullList id={view.id} list={view.list} />
          )}
        </Pane>
        <Pane
          label={isDraft ? t(words.decide) : t(words.standing)}
          ground="ground"
          foot={isDraft ? <Standing view={view} /> : undefined}
        >
          {refused && (
            <Block>
              <RefusedNote language={language} refused={refused} />
            </Block>
          )}
          {isDraft ? (
            <>
              <Block
                title={t(words.decide)}
                right={`${groupThousands(view.decided)} / ${groupThousands(view.decided + view.left)}`}
                small
              />
              <Decisions view={view} />
            </>
          ) : (
            <Block>
              <Standing view={view} />
            </Block>
          )}
        </Pane>
      </Panes>
    </AdminPage>
  )
}
