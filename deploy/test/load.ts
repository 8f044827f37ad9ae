import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Edge } from './edge.ts'
import type { Machine } from './machines.ts'

/** What a citizen holds. */
export interface Receipt {
  readonly token: string
  readonly draft: string
  readonly key: string
  readonly code: string
  readonly id: string
  readonly at: number
}

interface Client {
  readonly token: string
  readonly drafts: string[]
}

/** Fills the installation with the demo and lets its processes serve it, which the units refuse; answers who sends what. */
export async function prepareLoad(machine: Machine, drafts: number): Promise<Client[]> {
  await machine.run('lien-thong demo --dossiers 150 >/dev/null')
  const serving = `[Service]\nEnvironmentFile=/etc/lien-thong/owner.env\nExecStart=\nExecStart=/opt/lien-thong/current/lien-thong serve --demo bac-giang --no-work\n`
  await machine.run(
    `mkdir -p /etc/systemd/system/lien-thong-serve@.service.d && printf '${serving.replaceAll('\n', '\\n')}' >/etc/systemd/system/lien-thong-serve@.service.d/demo.conf
     systemctl daemon-reload && systemctl restart lien-thong-serve@1 lien-thong-serve@2`,
  )
  const made = await machine.run(
    `set -a; . /etc/lien-thong/lien-thong.env; . /etc/lien-thong/more.env; . /etc/lien-thong/owner.env; cd /var/lib/lien-thong
     setpriv --reuid lien-thong --regid lien-thong --clear-groups /opt/lien-thong/under-test/node_modules/.bin/node /opt/lien-thong/under-test/deploy/test/prepare-load.ts ${drafts}`,
  )
  return JSON.parse(made) as Client[]
}

export const submit = (edge: Edge, { token, draft, key }: Pick<Receipt, 'token' | 'draft' | 'key'>) =>
  edge.ask(`/api/services/drafts/${draft}/submission`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': key },
    body: { declared: true },
  })

/** Every client sends one after the other and repeats each, under its key, until it is answered or stopped; a true refusal ends it. */
export function sendUntil(stop: AbortSignal, edge: Edge, clients: readonly Client[], receipts: Receipt[]) {
  const failed: string[] = []
  const one = async ({ token, drafts }: Client) => {
    while (!stop.aborted) {
      const draft = drafts.pop()
      if (draft === undefined) throw new Error('the drafts made for this are used up: raise their number')
      const what = { token, draft, key: randomUUID() }
      while (!stop.aborted) {
        const said = await submit(edge, what).catch((error: Error) => ({ status: 0, text: error.message }))
        if (said.status === 200) {
          const { id, code } = JSON.parse(said.text) as Receipt
          receipts.push({ ...what, id, code, at: performance.now() })
          // Steady rather than fast: what is asked is what is kept, and the drafts last.
          await pause(150)
          break
        }
        failed.push(`${said.status} ${said.text.slice(0, 200)}`)
        if (said.status >= 400 && said.status < 500 && ![409, 429].includes(said.status))
          throw new Error(`refused: ${said.status} ${said.text}`)
        await pause(100)
      }
    }
  }
  return { failed, over: Promise.all(clients.map(one)) }
}

/** The longest time, in seconds, in which nobody was answered after this moment. */
export function longestSilence(receipts: readonly Receipt[], since: number): number {
  const times = [since, ...receipts.map(({ at }) => at).filter((at) => at >= since)].sort((a, b) => a - b)
  return Math.max(...times.slice(1).map((at, place) => at - (times[place] as number))) / 1000
}
