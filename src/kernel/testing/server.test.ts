import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { startTestServer } from './server.ts'

const serverModule = new URL('./server.ts', import.meta.url).href

/** Starts a test server in another process, kills that process as `kill -9` does, and returns what it printed. */
async function startInKilledProcess(given: string | undefined): Promise<{ url: string; run: number }> {
  const script = `
    import { startTestServer } from '${serverModule}'
    const { url, run } = await startTestServer(${JSON.stringify(given)})
    console.log(JSON.stringify({ url, run }))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  child.kill('SIGKILL')
  await once(child, 'exit')
  return JSON.parse(line.toString()) as { url: string; run: number }
}

// Two clusters are made here, slow on a machine that does other things too.
test('the next run removes the server and the folder of a run that was killed', { timeout: 60_000 }, async () => {
  const killed = await startInKilledProcess(undefined)
  const socketDirectory = new URL(killed.url).searchParams.get('host') as string
  expect(existsSync(socketDirectory)).toBe(true)

  const next = await startTestServer(undefined)
  expect(existsSync(socketDirectory)).toBe(false)
  await next.end()
  expect(existsSync(new URL(next.url).searchParams.get('host') as string)).toBe(false)
})

test('on a given server the next run drops the databases of a killed run and of no other', async () => {
  const { url, run } = inject('testServer')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const killed = await startInKilledProcess(url)
  await client.query(`create database test_${killed.run}_left`)
  await client.query(`create database test_${run}_used`)

  const next = await startTestServer(url)
  await client.query(`create database test_${next.run}_own`)
  await next.end()

  const names = [`test_${killed.run}_left`, `test_${next.run}_own`, `test_${run}_used`]
  const { rows } = await client.query('select datname from pg_database where datname = any ($1)', [names])
  expect(rows).toEqual([{ datname: `test_${run}_used` }])
  await client.end()
})
