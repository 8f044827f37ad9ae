import { Form } from 'react-router'
import { showDate } from '#values/show-time.ts'
import { dateAt } from '#values/plain-date.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FormToken } from '../../FormToken.tsx'
import { useSay } from '../use-office.ts'
import type { Offer } from './change-factors.ts'
import { factorWords as words } from './words.ts'

interface AuthenticatorAppProps {
  readonly since: Date | null
  /** One that waits for its first code. */
  readonly offer: Offer | undefined
}

/** The app of this account: none, being set up, or in use. */
export function AuthenticatorApp({ since, offer }: AuthenticatorAppProps) {
  const t = useSay()
  return (
    <Block title={t(words.app)}>
      <p className="in-line">
        <StatusText tone={since ? 'good' : 'paused'} icon={since ? 'shield-check' : 'device-mobile'}>
          {since ? t(words.since, { day: showDate(dateAt(since)) }) : t(words.none)}
        </StatusText>
      </p>
      <p className="quiet">{t(words.appText)}</p>
      {offer !== undefined && since === null ? (
        <SetUp offer={offer} />
      ) : (
        <Form method="post">
          <FormToken />
          <ActionRow>
            {since ? (
              <Act icon="trash" text={t(words.remove)} name="viec" value="go" />
            ) : (
              <Act kind="primary" icon="device-mobile" text={t(words.add)} name="viec" value="them" />
            )}
          </ActionRow>
        </Form>
      )}
    </Block>
  )
}

function SetUp({ offer: { secret, uri, qr } }: { readonly offer: Offer }) {
  const t = useSay()
  return (
    <Form method="post">
      <FormToken />
      <input type="hidden" name="secret" value={secret} />
      <input type="hidden" name="uri" value={uri} />
      <p>{t(words.scan)}</p>
      <img className="factor-qr" src={qr} alt={t(words.scan)} width={196} height={196} />
      <p className="quiet">{t(words.type)}</p>
      <p className="code factor-secret">{secret.match(/.{1,4}/g)?.join(' ')}</p>
      <TextField name="code" label={t(words.code)} autoComplete="one-time-code" required autoFocus code />
      <ActionRow>
        <Act kind="primary" icon="shield-check" text={t(words.turnOn)} name="viec" value="bat" />
      </ActionRow>
    </Form>
  )
}
