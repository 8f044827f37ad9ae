import { parseArgs } from 'node:util'
import { startPaymentPlatform } from './payment-platform.ts'

/** `node sandbox/payment-platform/main.ts [--port 3330] [--platform http://localhost:8080] [--keep FILE]` */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3330' },
    platform: { type: 'string', default: 'http://localhost:8080' },
    keep: { type: 'string' },
  },
})
const { variables } = await startPaymentPlatform(Number(values.port), values.platform, values.keep)
for (const [name, value] of Object.entries(variables)) console.log(`export ${name}='${value}'`)
