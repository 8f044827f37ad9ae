import { dateAt } from '#values/plain-date.ts'
import { showDate, showInstant } from '#values/show-time.ts'
import { fill } from '#values/words.ts'
import { StatusText, type Tone } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block, Pane } from '#ui/office/Panes.tsx'
import { CheckRows } from '#ui/office/Tree.tsx'
import { factRows } from './fact-rows.ts'
import { rightsHref, typedInstant, type RightsPlace } from './rights-place.ts'
import { rightsWords as words } from './rights-words.ts'
import { useAdmin, useMay, useSay } from './use-admin.ts'
import type { Explanation } from './use-rights-keys.ts'

const signs = { yes: 'check', no: 'ban', none: 'minus' } as const
const tones: Readonly<Record<'yes' | 'no' | 'none', Tone>> = { yes: 'good', no: 'late', none: 'paused' }

/** The middle column: what was found of person, posts, work and delegations, then the rules in order. */
export function HowDecided({ told, place }: { readonly told: Explanation; readonly place: RightsPlace }) {
  const { language } = useAdmin()
  const t = useSay()
  const maySimulate = useMay('access.simulate')
  return (
    <Pane label={t(words.decides)}>
      <Block title={t(words.decides)} right={showInstant(new Date(told.at), language)}>
        <CheckRows rows={factRows(told, t, language)} />
      </Block>
      <Block title={t(words.rules)} note={t(words.rulesNote)}>
        <div id="rules">
          <DataTable
            language={language}
            caption={t(words.rules)}
            inset
            columns={[
              { key: 'code', title: t(words.code), width: 72, code: true },
              { key: 'result', title: t(words.result), width: 118 },
              { key: 'rule', title: t(words.rule), heads: true },
            ]}
            rows={told.rules.map((rule) => ({
              id: rule.code,
              code: rule.code,
              rule: (
                <>
                  {t(rule.words)}
                  {rule.verdict !== 'none' && <small className="quiet">: {t(rule.facts)}</small>}
                </>
              ),
              result: (
                <StatusText tone={tones[rule.verdict]} icon={signs[rule.verdict]}>
                  {t(words[rule.verdict])}
                </StatusText>
              ),
            }))}
          />
        </div>
      </Block>
      <Block title={t(words.permissions)} small>
        {told.posts
          .filter((post) => post.counts)
          .map((post) => (
            <details className="more" key={`${post.title} ${post.from}`}>
              <summary>{`${post.title}, ${post.unitName}`}</summary>
              <ul>
                {post.permissions.map((one) => (
                  <li key={one.permission}>
                    <code className="code">{one.permission}</code>: {t(one.reach)}
                  </li>
                ))}
              </ul>
            </details>
          ))}
      </Block>
      <Block title={t(words.whatIf)} small>
        <p className="in-line">
          {otherTimes(told).map(({ text, at }) => (
            <Act
              key={t(text)}
              text={t(text)}
              href={rightsHref({ ...place, typedAt: at === undefined ? '' : typedInstant(at) })}
            />
          ))}
        </p>
        <p className="quiet">{t(words.whatIfText)}</p>
        {maySimulate && (
          <p className="in-line">
            <Act
              icon="eye"
              text={t(words.seeAs, { name: told.person.name })}
              href={`/quan-tri/xem-thay?${new URLSearchParams({ nguoi: told.person.id, ten: told.person.name })}`}
            />
          </p>
        )}
      </Block>
    </Pane>
  )
}

const dayMs = 86_400_000

/** The times worth asking about: the days around, and when something of the person's rights is over. */
function otherTimes(told: Explanation) {
  const at = new Date(told.at).getTime()
  const ends = told.delegations.filter((one) => one.counts).map((one) => one.to)
  const grants = told.access.flatMap((one) =>
    one.endsAt !== null && one.isReached ? [dateAt(new Date(one.endsAt))] : [],
  )
  const noon = (day: string) => new Date(`${day}T12:00:00+07:00`)
  return [
    { text: words.now, at: undefined },
    { text: words.yesterday, at: new Date(at - dayMs) },
    { text: words.tomorrow, at: new Date(at + dayMs) },
    ...[...new Set(ends)].map((day) => ({ text: fill(words.afterDelegation, { day: showDate(day) }), at: noon(day) })),
    ...[...new Set(grants)].map((day) => ({
      text: fill(words.afterGrant, { day: showDate(day) }),
      at: noon(day),
    })),
  ]
}
