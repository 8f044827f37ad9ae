import { useActionData, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { safePath } from '../../client.ts'
import { titled } from '../../titled.ts'
import { OfficePage } from '../OfficePage.tsx'
import { RefusedNote } from '../RefusedNote.tsx'
import { staffPage, type Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import { AuthenticatorApp } from './AuthenticatorApp.tsx'
import type { Offer } from './change-factors.ts'
import { Passkeys } from './Passkeys.tsx'
import { NewRecoveryCodes, RecoveryCodes } from './RecoveryCodes.tsx'
import { factorWords as words } from './words.ts'

export { changeFactors as action } from './change-factors.ts'

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const query = new URL(args.request.url).searchParams
  return {
    factors: await page.client.identity.listFactors({}),
    next: query.has('phai') ? safePath(query.get('tiep'), '/can-bo') : undefined,
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title, officeWords.brand)

export default function Factors() {
  const { factors, next } = useLoaderData<typeof loader>()
  const answer: Partial<Refused> & { offer?: Offer; recoveryCodes?: readonly string[] } = useActionData() ?? {}
  const { language } = useOffice()
  const t = useSay()
  const hasFactor = factors.totpSince !== null || factors.passkeys.length > 0
  return (
    <OfficePage>
      <PageHead
        title={t(words.title)}
        text={t(words.lead)}
        back={{ href: '/can-bo/mat-khau', text: t(words.account) }}
      />
      <Panes shape="side">
        <Pane label={t(words.title)}>
          {next !== undefined && (
            <Block>
              {hasFactor ? (
                <ActionRow>
                  <Act kind="primary" icon="login" text={t(words.goOn)} href={next} />
                </ActionRow>
              ) : (
                <NoteBox tone="soon" icon="lock" live>
                  {t(words.must)}
                </NoteBox>
              )}
            </Block>
          )}
          {(answer.refused || (answer.recoveryCodes && answer.recoveryCodes.length > 0)) && (
            <Block>
              {answer.refused && <RefusedNote language={language} refused={answer.refused} />}
              {answer.recoveryCodes && <NewRecoveryCodes codes={answer.recoveryCodes} />}
            </Block>
          )}
          <Passkeys passkeys={factors.passkeys} />
          <AuthenticatorApp since={factors.totpSince} offer={answer.offer} />
        </Pane>
        <Pane label={t(words.codes)} ground="ground" still={!hasFactor}>
          {hasFactor ? (
            <RecoveryCodes left={factors.recoveryCodesLeft} />
          ) : (
            <Block title={t(words.codes)}>
              <p className="quiet">{t(words.codesText)}</p>
            </Block>
          )}
        </Pane>
      </Panes>
    </OfficePage>
  )
}
