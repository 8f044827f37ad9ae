import type { Held } from './kept.ts'

/** What came of opening one address that a record or a status names. */
export interface Opened {
  readonly id: string
  readonly address: string
  /** 0: nobody answered. */
  readonly status: number
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

type Fields = Readonly<Record<string, unknown>>

/** Where files stand in what it was told: the list, what names one, and its address. */
const places = [
  ['TaiLieuNop', 'TepDinhKemId', 'DuongDanTaiTepTin'],
  ['DanhSachGiayToKetQua', 'GiayToId', 'DuongDanTepTinKetQua'],
  ['TaiLieuXuLy', 'TepDinhKemId', 'DuongDanTaiTepTin'],
] as const

/** Opens every file of a dossier that it holds, as when somebody looks at it there: no session of the province, no redirect. */
export async function openFiles({ record, statuses }: Held): Promise<Opened[]> {
  const told = [record, statuses.at(-1) ?? {}]
  const named = told.flatMap((one) =>
    places.flatMap(([list, id, address]) =>
      listOf(one[list])
        .filter((file) => file['IsDeleted'] !== 'True' && file[address] !== '')
        .map((file) => ({ id: String(file[id]), address: String(file[address]) })),
    ),
  )
  const opened: Opened[] = []
  for (const { id, address } of named) opened.push({ id, address, ...(await openOne(address)) })
  return opened
}

async function openOne(address: string): Promise<Omit<Opened, 'id' | 'address'>> {
  const answer = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(10_000) }).catch(
    () => undefined,
  )
  return {
    status: answer?.status ?? 0,
    name: decodeURIComponent(
      /filename\*=UTF-8''(\S+)/.exec(answer?.headers.get('content-disposition') ?? '')?.[1] ?? '',
    ),
    mediaType: answer?.headers.get('content-type') ?? '',
    bytes: new Uint8Array((await answer?.arrayBuffer()) ?? []),
  }
}

const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? (value as Fields[]) : [])
