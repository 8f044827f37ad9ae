import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { controlPage } from './control-page.ts'
import { noFaults, type Faults } from './faults.ts'
import { lie } from './lies.ts'
import { createKept, type Filed, type Kept } from './kept.ts'
import { openFiles, type Opened } from './open-files.ts'
import { sampleProcedures } from './procedures.ts'
import { createServices } from './services.ts'

type Fields = Readonly<Record<string, unknown>>

/** The data services of the national portal on this machine: the real messages, and faults on request. */
export interface SimulatedNationalPortal {
  readonly url: string
  /** The environment variables that lead the platform here. */
  readonly variables: Readonly<Record<string, string>>
  readonly faults: Faults
  readonly kept: Kept
  /** How often it was called, by service. */
  readonly calls: ReadonlyMap<string, number>
  /** How often it lied, by service. */
  readonly lied: ReadonlyMap<string, number>
  /** Opens the files of a dossier that it holds by the addresses that it was told; nothing of one that it does not hold. */
  open(code: string): Promise<readonly Opened[]>
  /** Files a dossier there. */
  file(dossier: Filed): void
  close(): Promise<void>
}

const account = { username: 'bacgiang', password: 'chi-de-chay-thu' }
/** A scan that citizens attach to what they file there. */
const samplePaper = '/tep/giay-to.pdf'

/** Listens on `port` (0 = any) of the loopback; what it acknowledges is kept in `file`, if one is given. */
export async function startNationalPortal(port: number, file?: string): Promise<SimulatedNationalPortal> {
  const faults: Faults = { ...noFaults }
  const kept = createKept(file)
  const calls = new Map<string, number>()
  const lied = new Map<string, number>()
  const sessions = new Map<string, number>()
  const serve = createServices(kept, faults, sampleProcedures)

  /** What it says to a message, or undefined where it lied about it already. */
  const answerTo = (path: string, body: Fields, response: ServerResponse): object | undefined => {
    if (path === '/login') {
      if (body['username'] !== account.username || body['password'] !== account.password)
        return { error_code: 3, message: 'Sai tài khoản' }
      const session = randomUUID()
      sessions.set(session, 0)
      return { error_code: 0, session }
    }
    const service = String(body['service'])
    calls.set(service, (calls.get(service) ?? 0) + 1)
    const session = String(body['session'])
    const used = sessions.get(session)
    if (used === undefined || (faults.sessionCalls > 0 && used >= faults.sessionCalls)) {
      sessions.delete(session)
      return { error_code: '-1', message: 'Phiên làm việc hết hạn' }
    }
    sessions.set(session, used + 1)
    if (faults.lie === null || !faults.liesAbout.includes(service)) return serve(body)
    lied.set(service, (lied.get(service) ?? 0) + 1)
    lie(faults.lie, () => serve(body), response)
    return undefined
  }

  const open = async (code: string): Promise<readonly Opened[]> => {
    const held = kept.dossiers.get(code)
    return held === undefined ? [] : openFiles(held)
  }

  const controls = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    if (path === '/dieu-khien/loi') Object.assign(faults, await bodyOf(request))
    else if (path === '/dieu-khien/nop') kept.keep([{ what: 'filed', said: (await bodyOf(request)) as Filed }])
    else if (path === '/dieu-khien/mo') {
      const opened = await open(String((await bodyOf(request))['MaHoSo']))
      return sendJson(response, { opened: opened.map(({ bytes, ...one }) => ({ ...one, size: bytes.length })) })
    } else if (path === '/dieu-khien/ho-so')
      return sendJson(response, {
        dossiers: Object.fromEntries(kept.dossiers),
        filed: [...kept.filed.values()],
        answers: [...kept.answers.values()],
      })
    else
      return void response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(controlPage(faults, kept))
    sendJson(response, faults)
  }

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const answer = async (): Promise<void> => {
      if (path === '/' || path.startsWith('/dieu-khien')) return controls(request, response, path)
      if (faults.slowMs > 0) await pause(faults.slowMs)
      if (faults.isDown) return void response.writeHead(503).end('bảo trì')
      if (path === samplePaper && faults.files === 'missing') return void response.writeHead(404).end()
      if (path === samplePaper && faults.files === 'page')
        return void response.writeHead(200, { 'Content-Type': 'application/pdf' }).end('<!doctype html>Đăng nhập')
      if (path === samplePaper) return void response.writeHead(200, { 'Content-Type': 'application/pdf' }).end(paper())
      const said = answerTo(path, await bodyOf(request), response)
      if (said !== undefined) sendJson(response, said)
    }
    answer().catch((error: unknown) => response.writeHead(400).end(String(error)))
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    variables: {
      NATIONAL_PORTAL_URL: url,
      NATIONAL_PORTAL_USERNAME: account.username,
      NATIONAL_PORTAL_PASSWORD: account.password,
      NATIONAL_PORTAL_UNIT: '000.00.00.H02',
    },
    faults,
    kept,
    calls,
    lied,
    open,
    file: (said) => kept.keep([{ what: 'filed', said }]),
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<Fields> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return JSON.parse(Buffer.concat(parts).toString() || '{}') as Fields
}

const sendJson = (response: ServerResponse, value: object): void =>
  void response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))

/** A whole PDF of one empty page. */
function paper(): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  return Buffer.from(
    `${text}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    'latin1',
  )
}
