import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'

/**
 * How it takes a letter. `refuse`: no such mailbox, for good; `later`: try again; `reject`: takes the address and refuses the text for good; `swallow`: takes it
 * and drops the line before it says so.
 */
export type Manner = 'take' | 'refuse' | 'later' | 'reject' | 'swallow'

export interface Letter {
  readonly to: string
  /** Header and text as they came over the line, without the dots of the protocol. */
  readonly raw: string
}

export interface SimulatedMailRelay {
  /** For `SMTP_URL`. */
  readonly url: string
  manner: Manner
  readonly letters: Letter[]
  close(): Promise<void>
}

/** Listens on `port` (0 = any) of the loopback and speaks as much of SMTP (RFC 5321) as a relay of the own network does. */
export async function startMailRelay(port: number): Promise<SimulatedMailRelay> {
  const lines = new Set<Socket>()
  const server = createServer((line) => {
    lines.add(line)
    line.on('error', () => {}).on('close', () => lines.delete(line))
    talk(line, relay)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const relay: SimulatedMailRelay = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    manner: 'take',
    letters: [],
    async close() {
      server.close()
      for (const line of lines) line.destroy()
      await once(server, 'close')
    },
  }
  return relay
}

function talk(line: Socket, relay: SimulatedMailRelay): void {
  let waiting = ''
  let to = ''
  let letter: string[] | undefined
  const say = (text: string) => line.write(`${text}\r\n`)
  const take = (text: string): void => {
    if (letter === undefined) return command(text)
    if (text !== '.') {
      letter.push(text.replace(/^\./, ''))
      return
    }
    const raw = letter.join('\n')
    letter = undefined
    if (relay.manner === 'reject') say('554 5.7.1 the text is not taken')
    else {
      relay.letters.push({ to, raw })
      if (relay.manner === 'swallow') line.destroy()
      else say('250 2.0.0 taken')
    }
  }
  const command = (text: string): void => {
    const [verb = ''] = text.toUpperCase().split(' ')
    if (verb === 'EHLO' || verb === 'HELO' || verb === 'MAIL' || verb === 'RSET') say('250 ok')
    else if (verb === 'RCPT') {
      to = /<([^>]*)>/.exec(text)?.[1] ?? ''
      say(
        { refuse: '550 5.1.1 no such mailbox', later: '451 4.3.0 try again later' }[relay.manner as 'later'] ??
          '250 ok',
      )
    } else if (verb === 'DATA') {
      letter = []
      say('354 go on')
    } else if (verb === 'QUIT') line.end('221 bye\r\n')
    else say('502 not known here')
  }
  say('220 mail relay of this machine')
  line.setEncoding('utf8').on('data', (chunk: string) => {
    waiting += chunk
    for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
      const text = waiting.slice(0, end)
      waiting = waiting.slice(end + 2)
      take(text)
    }
  })
}
