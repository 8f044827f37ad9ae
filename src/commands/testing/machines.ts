import { machinePermissions } from '#engines/identity/contract.ts'
import { done } from './story.ts'
import type { TestPlatform, Visitor } from './test-platform.ts'

export const machineFacts = {
  name: 'Kho dữ liệu dùng chung',
  contact: 'Phòng Công nghệ thông tin, 0204 3555 111',
  purpose: 'Đưa số liệu hồ sơ vào kho dữ liệu của tỉnh',
  permissions: Object.keys(machinePermissions),
  reach: 'all',
}

/** A service account owned by the unit of a code. */
export async function createMachine(
  test: TestPlatform,
  administrator: Visitor,
  facts: Partial<typeof machineFacts> = {},
  code = 'SGTVT',
): Promise<string> {
  const [unit] = await test.query<{ id: string }>(`select id from directory.unit where code = $1`, [code])
  const given = { ...machineFacts, ...facts, ownerId: unit?.id }
  return done(await administrator.call('POST', '/identity/machines', given)).id
}

/** A token for it, of these permissions. */
export const giveToken = async (
  administrator: Visitor,
  machine: string,
  permissions: readonly string[] = machineFacts.permissions,
): Promise<{ id: string; token: string; expiresAt: string }> =>
  done(
    await administrator.call('POST', `/identity/machines/${machine}/tokens`, {
      name: 'Nạp hằng đêm',
      permissions,
      days: 90,
    }),
  )
