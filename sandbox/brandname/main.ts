import { parseArgs } from 'node:util'
import { startBrandname } from './brandname.ts'

/** `node sandbox/brandname/main.ts [--port 2780] [--shape json|form]` */
const { values } = parseArgs({
  options: { port: { type: 'string', default: '2780' }, shape: { type: 'string', default: 'json' } },
})
const { url, shapes, messages } = await startBrandname(Number(values.port))
const push = messages.push.bind(messages)
messages.push = (...taken) => {
  for (const { to, text } of taken) console.error(`${to}: ${text}`)
  return push(...taken)
}
console.log(`export SMS_URL='${url}'`)
console.log(`export SMS_HTTP='${shapes[values.shape === 'form' ? 'form' : 'json']}'`)
