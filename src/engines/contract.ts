import type { ContractRouterClient } from '@orpc/contract'
import { auditContract } from './audit/contract.ts'
import { calendarContract } from './calendar/contract.ts'
import { directoryContract } from './directory/contract.ts'
import { filesContract } from './files/contract.ts'
import { identityContract } from './identity/contract.ts'
import { nationalPortalContract } from './national-portal/contract.ts'
import { notificationContract } from './notification/contract.ts'
import { operationsContract } from './operations/contract.ts'
import { paymentsContract } from './payments/contract.ts'
import { petitionsContract } from './petitions/contract.ts'
import { queueContract } from './queue/contract.ts'
import { reportingContract } from './reporting/contract.ts'
import { servicesContract } from './services/contract.ts'
import { workflowContract } from './workflow/contract.ts'

/** Every operation of the platform, browser-safe; the typed clients are made from it. */
export const contract = {
  audit: auditContract,
  directory: directoryContract,
  identity: identityContract,
  calendar: calendarContract,
  files: filesContract,
  notification: notificationContract,
  payments: paymentsContract,
  workflow: workflowContract,
  services: servicesContract,
  queue: queueContract,
  petitions: petitionsContract,
  nationalPortal: nationalPortalContract,
  reporting: reportingContract,
  operations: operationsContract,
}

export type Client = ContractRouterClient<typeof contract>
