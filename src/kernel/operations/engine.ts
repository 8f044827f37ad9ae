import type { AnyContractProcedure, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { Call, Context } from './context.ts'

/** The operations of one engine, by name. */
export type Contract = Readonly<Record<string, AnyContractProcedure>>

// A handler receives what its schema answers (defaults filled in), and may answer what its schema accepts.
type HandlerInput<Operation extends AnyContractProcedure> = InferContractProcedureInput<Operation>
type InferContractProcedureInput<Operation> = Operation extends { '~orpc': { inputSchema?: infer Schema } }
  ? Schema extends { '~standard': { types?: { output: infer Output } | undefined } }
    ? Output
    : undefined
  : never
type HandlerOutput<Operation extends AnyContractProcedure> = InferContractRouterInputsOfOutput<Operation>
type InferContractRouterInputsOfOutput<Operation> = Operation extends { '~orpc': { outputSchema?: infer Schema } }
  ? Schema extends { '~standard': { types?: { input: infer Input } | undefined } }
    ? Input
    : unknown
  : never

export type Handler<Operation extends AnyContractProcedure> = (
  ctx: Context,
  input: HandlerInput<Operation>,
) => Promise<HandlerOutput<Operation>>

export type Handlers<Operations extends Contract> = { readonly [Name in keyof Operations]: Handler<Operations[Name]> }

/** What a listener hears of. */
export interface Hearing {
  readonly event: string
  readonly name: string
  /** Whether an event is anything to it, as far as the event itself says; otherwise it is not even put into the queue. */
  concerns?(payload: never): boolean
}

/** Runs after an event's transaction was committed, at least once; idempotent by the event's id. */
export interface Listener extends Hearing {
  run(ctx: Context, payload: never, eventId: string): Promise<void>
}

/** Is told of many events at once, in one transaction: for what is cheap for many, and in no order. */
export interface GatheringListener extends Hearing {
  runTogether(ctx: Context, payloads: readonly never[]): Promise<void>
}

/** Work that runs by itself at times (`schedule`, cron in Viet Nam time). */
export interface Job {
  readonly name: string
  readonly schedule: string
  run(ctx: Context): Promise<void>
}

/** One subject: its operations and what runs behind them. */
export interface Engine<Operations extends Contract = Contract> {
  readonly name: string
  readonly contract: Operations
  readonly handlers: Handlers<Operations>
  readonly listeners?: readonly (Listener | GatheringListener)[]
  readonly jobs?: readonly Job[]
}

export type EngineInputs<Operations extends Contract> = InferContractRouterInputs<Operations>
export type EngineOutputs<Operations extends Contract> = InferContractRouterOutputs<Operations>

/** Keeps the types of a contract and its handlers together. */
export const defineEngine = <const Operations extends Contract>(engine: Engine<Operations>): Engine<Operations> =>
  engine

export type { Call }
