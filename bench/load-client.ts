import { createClient, must } from './http.ts'
import { loadFor } from './measure.ts'

/** Asks for one page in a closed loop from a process of its own, so that it can be given its own core: URL CONNECTIONS SECONDS. */
const [address, connections, seconds] = process.argv.slice(2) as [string, string, string]
const url = new URL(address)
const client = createClient(url.origin, Number(connections))
const headers = { 'Accept-Encoding': 'gzip' }
const loaded = await loadFor(Number(seconds), Number(connections), async () => {
  must(await client.ask(url.pathname, { headers }))
})
client.close()
console.log(JSON.stringify({ perSecond: loaded.perSecond }))
