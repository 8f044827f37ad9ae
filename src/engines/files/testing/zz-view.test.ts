import { chromium } from 'playwright-core'
import { test } from 'vitest'
import { serve } from '@hono/node-server'
import { createPrinter } from '#kernel/typst/printer.ts'
import { createFilesDatabase } from './files-database.ts'
import { startFilesServer, tokens } from './files-server.ts'
import { uploadClient } from './upload-client.ts'
import { makeTestDirectory } from '#kernel/testing/directory.ts'
import { createServer } from 'node:http'

test('view', { timeout: 120000 }, async () => {
  const database = await createFilesDatabase()
  const server = await startFilesServer({ db: database.db, dataDirectory: makeTestDirectory('view') })
  const printer = createPrinter()
  const pdf = Buffer.from(await printer.pdf('#set text(size: 60pt)\nXin chào Liên Thông', {}))
  await printer.close()
  const { id } = await uploadClient(server.url, 'lan').send('a.pdf', pdf)
  // proxy adding a page at the same origin and overriding the CSP
  const policies: Record<string, string | undefined> = { none: '', own: undefined, sandbox: "sandbox; default-src 'none'", sandboxScripts: "sandbox allow-scripts allow-same-origin; default-src 'none'", strict: "default-src 'none'; frame-ancestors 'self'" , medium: "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'", obj: "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"}
  const proxy = createServer(async (q, r) => {
    const u = new URL(q.url!, 'http://x')
    if (u.pathname === '/page') return void r.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': "default-src 'self'; object-src 'none'; frame-src 'self' blob:; style-src 'unsafe-inline'" }).end(`<p>page</p><iframe style="width:700px;height:500px" src="/pdf?p=${u.searchParams.get('p')}"></iframe>`)
    if (u.pathname === '/pdf') {
      const a = await fetch(`${server.url}/files/${id}/preview`, { headers: { authorization: `Bearer ${tokens.lan}` } })
      const h = Object.fromEntries(a.headers); const p = policies[u.searchParams.get('p')!]
      delete h['transfer-encoding']; delete h['connection']; delete h['keep-alive']
      if (p === '') delete h['content-security-policy']; else if (p !== undefined) h['content-security-policy'] = p
      return void r.writeHead(a.status, h).end(Buffer.from(await a.arrayBuffer()))
    }
    r.writeHead(404).end()
  }).listen(0)
  const port = (proxy.address() as { port: number }).port
  const browser = await chromium.launch({ executablePath: '/tmp/chr/usr/lib/chromium/chromium', args: ['--no-sandbox', '--headless=new', '--disable-gpu'], ignoreDefaultArgs: ['--headless', '--headless=old'], env: { ...process.env, LD_LIBRARY_PATH: '/tmp/chr/usr/lib/x86_64-linux-gnu:/tmp/chr/usr/lib/x86_64-linux-gnu/pulseaudio' } })
  for (const name of Object.keys(policies)) {
    const page = await browser.newPage({ viewport: { width: 760, height: 600 } })
    page.on('console', (m) => console.log(name, m.text().slice(0, 200)))
    await page.goto(`http://127.0.0.1:${port}/page?p=${name}`)
    await page.waitForTimeout(3500)
    await page.screenshot({ path: `/tmp/pdfview/${name}.png` })
    await page.close()
  }
  await browser.close()
  proxy.close(); await server.close(); await database.close()
})
