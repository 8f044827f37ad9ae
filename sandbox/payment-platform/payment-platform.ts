import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  answerOf,
  checkFields,
  initFields,
  isFromPartner,
  partner,
  secret,
  statementOf,
  type Payment,
} from './ledger.ts'
import { readKept, writeKept } from './kept.ts'
import { endings, payPage, type Ending } from './pay-page.ts'

/** The national payment platform on this machine. */
export interface SimulatedPaymentPlatform {
  readonly url: string
  /** The environment variables that lead our platform here. */
  readonly variables: Readonly<Record<string, string>>
  /** What it knows, by reference. */
  readonly payments: ReadonlyMap<string, Payment>
  /** Ends a payment as somebody on its page would; `callsBack` = false loses the callback. Answers what it would say. */
  end(reference: string, ending: Ending, callsBack?: boolean): Promise<Record<string, string>>
  close(): Promise<void>
}

/** Listens on `port` (0 = any) of the loopback, for a platform at `platformUrl`; with a file it knows after a restart what it knew before. */
export async function startPaymentPlatform(
  port: number,
  platformUrl: string,
  file?: string,
): Promise<SimulatedPaymentPlatform> {
  const payments = new Map((file === undefined ? [] : readKept(file)).map((one) => [one.reference, one]))
  const keep = (): void => {
    if (file !== undefined) writeKept(file, [...payments.values()])
  }
  const server = createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let transactions = [...payments.values()].reduce((sum, one) => sum + one.transactions.length, 0)

  const callBack = async (said: object): Promise<void> => {
    await fetch(`${platformUrl}/nen-tang-thanh-toan/ket-qua`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(said),
    }).catch(() => {})
  }

  async function end(
    reference: string,
    ending: Ending,
    callsBack = ending !== 'lost',
  ): Promise<Record<string, string>> {
    const payment = payments.get(reference)
    if (payment === undefined) throw new Error(`no payment ${reference}`)
    payment.at = new Date()
    if (ending === 'cancelled') payment.state = '4'
    else if (ending !== 'late') {
      payment.state = '1'
      payment.amount = ending === 'differs' ? String(Number(payment.asked) - 1000) : payment.asked
      payment.transactions = [++transactions, ...(ending === 'twice' ? [++transactions] : [])].map((one) => `GD${one}`)
    }
    keep()
    const told = payment.transactions.length > 0 ? payment.transactions : ['']
    if (callsBack) for (const transaction of told) await callBack(answerOf(payment, transaction))
    return answerOf(payment)
  }

  const begin = (message: Record<string, unknown>): object => {
    if (!isFromPartner(message, initFields) || message['MaDoiTac'] !== partner)
      return { error_code: '97', message: 'MaXacThuc' }
    const reference = String(message['MaThamChieu'])
    const paper = message['ThongTinBienLai'] as Record<string, unknown>
    const amount = String(message['SoTien'])
    const known = payments.get(reference)
    if (known !== undefined && known.asked !== amount) return { error_code: '2', message: 'MaThamChieu' }
    if (known === undefined)
      payments.set(reference, {
        reference,
        asked: amount,
        title: String(message['ThongTinGiaoDich']),
        payer: String(paper['HoTenNguoiNop']),
        state: '3',
        amount,
        transactions: [],
        at: new Date(),
      })
    keep()
    return { error_code: '0', UrlThanhToan: `${url}/tra/${encodeURIComponent(reference)}` }
  }

  const check = (message: Record<string, unknown>): object => {
    const payment = payments.get(String(message['MaThamChieu']))
    if (!isFromPartner(message, checkFields) || payment === undefined) return { error_code: '1' }
    return answerOf(payment)
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', url)
    const json = (body: object) =>
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
    if (pathname === '/khoi-tao') return void json(begin(JSON.parse(await bodyOf(request))))
    if (pathname === '/truy-van') return void json(check(JSON.parse(await bodyOf(request))))
    if (pathname === '/so-ke')
      return void response.writeHead(200, { 'Content-Type': 'text/csv' }).end(statementOf(payments.values()))
    const reference =
      pathname === '/xong-muon'
        ? (new URLSearchParams(await bodyOf(request)).get('MaThamChieu') ?? '')
        : decodeURIComponent(/^\/tra\/([^/]+)$/.exec(pathname)?.[1] ?? '')
    const payment = payments.get(reference)
    if (payment === undefined) return void response.writeHead(404).end()
    if (pathname === '/xong-muon') return void json(await end(reference, 'paid'))
    if (request.method !== 'POST')
      return void response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(payPage(payment))
    const ending = new URLSearchParams(await bodyOf(request)).get('ket-thuc') ?? ''
    if (!Object.hasOwn(endings, ending)) return void response.writeHead(400).end()
    await end(reference, ending as Ending)
    response
      .writeHead(303, { Location: `${platformUrl}/thanh-toan/tro-ve?MaThamChieu=${encodeURIComponent(reference)}` })
      .end()
  }

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch((error: unknown) => response.writeHead(400).end(String(error)))
  })
  return {
    url,
    payments,
    end,
    variables: {
      PAYMENT_INIT_URL: `${url}/khoi-tao`,
      PAYMENT_CHECK_URL: `${url}/truy-van`,
      PAYMENT_PAGES: url,
      PAYMENT_PARTNER: partner,
      PAYMENT_SECRET: secret,
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const part of request) body += String(part)
  return body
}
