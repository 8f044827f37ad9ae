import { NoteBox } from '#ui/office/Badge.tsx'
import { Block, Pane, Sheet } from '#ui/office/Panes.tsx'
import { ExplainedActs } from '../office/dossier/ExplainedActs.tsx'
import { rightsWords as words } from './rights-words.ts'
import { useSay } from './use-admin.ts'
import type { Explanation } from './use-rights-keys.ts'

/** The left column: the conclusion, and each act as the person's own page says it. */
export function WhatTheyRead({ told }: { readonly told: Explanation }) {
  const t = useSay()
  const because = told.rules.filter((rule) =>
    told.canSee ? /^(PV|CX)/.test(rule.code) && rule.verdict === 'yes' : rule.verdict === 'no',
  )
  return (
    <Pane label={t(words.reads)} ground="desk" still>
      <Sheet>
        <Block title={t(words.reads)} small>
          <NoteBox
            tone={told.canSee ? 'good' : 'paused'}
            icon={told.canSee ? 'eye' : 'eye-off'}
            title={t(told.canSee ? words.sees : words.seesNot)}
          >
            {because.map((rule) => (
              <p key={rule.code}>
                {t(rule.words)}: {t(rule.facts)}
              </p>
            ))}
          </NoteBox>
        </Block>
        <Block>
          {told.canSee ? <ExplainedActs explained={told} t={t} /> : <p className="quiet">{t(words.noActs)}</p>}
        </Block>
      </Sheet>
    </Pane>
  )
}
