import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { startSampleSystem } from './sample-system.ts'

/** `node sandbox/sample-system/main.ts [--port 3330] [--platform http://localhost:8080]` */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3330' },
    platform: { type: 'string', default: 'http://localhost:8080' },
  },
})
const { url, registration, connect } = await startSampleSystem(Number(values.port), `${values.platform}/oidc`)
const facts = { owner: 'UBND-TINH', name: 'Đặt phòng họp', people: 'staff', scopes: ['profile', 'organization'] }
console.log(JSON.stringify({ ...facts, ...registration }, null, 2))
const typed = createInterface({ input: process.stdin, output: process.stdout })
await connect((await typed.question('client_id: ')).trim())
typed.close()
console.log(url)
