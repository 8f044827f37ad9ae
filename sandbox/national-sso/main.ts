import { parseArgs } from 'node:util'
import { startNationalSso } from './national-sso.ts'

/** `node sandbox/national-sso/main.ts [--port 3320] [--platform http://localhost:8080]` */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3320' },
    platform: { type: 'string', default: 'http://localhost:8080' },
  },
})
const { variables } = await startNationalSso(Number(values.port), values.platform)
for (const [name, value] of Object.entries(variables)) console.log(`export ${name}='${value}'`)
