import type { Machine } from '#engines/identity/contract.ts'
import {
  changeMachine,
  createApiToken,
  createMachine,
  listMachines,
  revokeApiToken,
  setMachineStatus,
} from '#engines/identity/machines/manage-machines.ts'
import { registrationCalls, registrationCommand } from './registration.ts'

export const machinesCommand = registrationCommand(
  'machines',
  'Tài khoản máy và mã truy cập. Service accounts and their tokens.',
  {
    ...registrationCalls({
      list: { name: 'listMachines', handler: listMachines },
      add: { name: 'createMachine', handler: createMachine },
      change: { name: 'changeMachine', handler: changeMachine },
      setStatus: { name: 'setMachineStatus', handler: setMachineStatus },
      lines: (machines: Machine[]) =>
        machines.flatMap(({ id, status, owner, name, tokens }) => [
          `${id} ${status} ${owner}: ${name}`,
          ...tokens.map((one) => `  ${one.id} ${one.expiresAt.toISOString()} ${one.name}`),
        ]),
    }),
    token: {
      takes: ['ID', 'NAME', 'DAYS', 'PERMISSION,PERMISSION'],
      says: 'a token for it, said once',
      operation: { name: 'createApiToken', handler: createApiToken },
      input: ([id, name, days, permissions = '']) => ({
        id,
        name,
        days: Number(days),
        permissions: permissions.split(','),
      }),
    },
    revoke: {
      takes: ['TOKEN-ID'],
      says: 'at once, in every process',
      operation: { name: 'revokeApiToken', handler: revokeApiToken },
      input: ([id]) => ({ id }),
    },
  },
)
