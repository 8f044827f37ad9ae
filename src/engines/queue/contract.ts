import { appointmentContract } from './contract/appointment.ts'
import { centreContract } from './contract/centre.ts'
import { deskContract } from './contract/desk.ts'
import { hallContract } from './contract/hall.ts'

export { boardStreams } from './contract/streams.ts'
export { deviceKinds, priorities, type DeviceKind, type Priority } from './contract/shapes.ts'
export type { Board, TicketTaken } from './contract/hall.ts'

/** Everything that can be done in a hall, by who does it. */
export const queueContract = { ...hallContract, ...appointmentContract, ...deskContract, ...centreContract }
