import { say, type Language } from '#values/words.ts'
import { Button } from '#ui/portal/Button.tsx'
import { Section } from '#ui/portal/Columns.tsx'
import { allowedWords as words, knownBy, type AllowedClient } from '../../allowed-clients.ts'
import { FormToken } from '../../FormToken.tsx'

/** Where the reader's account leads to, and how to end that. */
export function AllowedClients({
  language,
  clients,
}: {
  readonly language: Language
  readonly clients: readonly AllowedClient[]
}) {
  if (clients.length === 0) return null
  return (
    <Section title={say(words.title, language)}>
      <p>{say(words.text, language)}</p>
      {clients.map((one) => (
        <form method="post" action="/thoi-dong-y" className="stack" key={one.clientId}>
          <FormToken />
          <input type="hidden" name="tiep" value="/trang-cua-toi/thong-tin" />
          <p>
            <b>{one.name}</b>
            <br />
            {knownBy(one, language)}
          </p>
          <Button kind="secondary" name="he-thong" value={one.clientId}>
            {say(words.takeBack, language)}
          </Button>
        </form>
      ))}
    </Section>
  )
}
