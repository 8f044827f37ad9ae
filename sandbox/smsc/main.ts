import { parseArgs } from 'node:util'
import { startSmsc } from './smsc.ts'

/** `node sandbox/smsc/main.ts [--port 2775] [--lost 84900000000]`: receipts for numbers that begin so say that they were lost. */
const { values } = parseArgs({
  options: { port: { type: 'string', default: '2775' }, lost: { type: 'string', default: '84900000000' } },
})
const smsc = await startSmsc(Number(values.port))
smsc.fate = (to) => (to.startsWith(values.lost) ? 'UNDELIV' : 'DELIVRD')
const push = smsc.messages.push.bind(smsc.messages)
smsc.messages.push = (...messages) => {
  for (const { to, parts, text } of messages) console.log(`${to} (${parts}): ${text}`)
  return push(...messages)
}
console.log(`SMS_URL=${smsc.url}`)
