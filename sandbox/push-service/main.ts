import { parseArgs } from 'node:util'
import { startPushService } from './push-service.ts'

/** `node sandbox/push-service/main.ts --key PUBLIC_KEY [--port 2790]`: prints a subscription as a browser gives it, and what is shown there. */
const { values } = parseArgs({ options: { port: { type: 'string', default: '2790' }, key: { type: 'string' } } })
const service = await startPushService(Number(values.port))
const { subscription, shown } = service.subscribe(values.key ?? '')
const push = shown.push.bind(shown)
shown.push = (...texts) => {
  console.log(...texts)
  return push(...texts)
}
console.log(`INSIDE_HOSTS=${service.host}`)
console.log(JSON.stringify(subscription))
