import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

/** What the register says of an enterprise or a person, under names that are its own. */
const enterprises: Readonly<Record<string, object>> = {
  '2400000000': {
    tenDoanhNghiep: 'Công ty Cổ phần Thương mại Sông Thương',
    diaChi: 'Số 18, đường Nguyễn Thị Lưu',
    maXa: '07201',
    nguoiDaiDien: 'Ngô Văn Thắng',
    ngayCapNhat: '12/03/2026',
  },
}
const people: Readonly<Record<string, object>> = {
  '024168009123': {
    hoTen: 'Thân Thị Bích Phượng',
    ngaySinh: '14/08/1968',
    thuongTru: 'Thôn Hạ',
    maXa: '07381',
    ngayCapNhat: '02/05/2026',
  },
}

export interface Registers {
  /** The variables that let the platform ask it. */
  readonly variables: Readonly<Record<'BUSINESS_REGISTER' | 'POPULATION_REGISTER', string>>
  /** Answers nothing from now on, and keeps whoever asks waiting. */
  hang(): void
  stop(): Promise<void>
}

/** Starts the simulator on this machine; port 0 = whichever is free. */
export async function startRegisters(port: number): Promise<Registers> {
  let hangs = false
  const server: Server = createServer((request, response) => {
    if (hangs) return
    const [, kind, key = ''] = (request.url ?? '').split('/')
    const found = (kind === 'doanh-nghiep' ? enterprises : people)[decodeURIComponent(key)]
    response.writeHead(found === undefined ? 404 : 200, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify(found ?? { loi: 'Không có' }))
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const address = { detail: 'diaChi', commune: 'maXa', updatedOn: 'ngayCapNhat' }
  return {
    variables: {
      BUSINESS_REGISTER: JSON.stringify({
        url: `${base}/doanh-nghiep/{key}`,
        fields: { name: 'tenDoanhNghiep', representative: 'nguoiDaiDien', ...address },
      }),
      POPULATION_REGISTER: JSON.stringify({
        url: `${base}/dan-cu/{key}`,
        fields: { fullName: 'hoTen', birthDate: 'ngaySinh', ...address, detail: 'thuongTru' },
      }),
    },
    hang: () => void (hangs = true),
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
