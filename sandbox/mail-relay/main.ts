import { parseArgs } from 'node:util'
import { startMailRelay } from './mail-relay.ts'

/** `node sandbox/mail-relay/main.ts [--port 2525]`: prints every letter that it takes. */
const { values } = parseArgs({ options: { port: { type: 'string', default: '2525' } } })
const relay = await startMailRelay(Number(values.port))
const push = relay.letters.push.bind(relay.letters)
relay.letters.push = (...letters) => {
  for (const { to, raw } of letters) console.log(`${to}\n${raw}\n`)
  return push(...letters)
}
console.log(`SMTP_URL=${relay.url}`)
