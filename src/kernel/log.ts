import { pino, type Logger } from 'pino'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>

/** JSON lines on standard output. Values under these names are never written, at any depth that we use. */
export const createLog = (level: string): Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: [
      'password',
      'token',
      'cookie',
      'authorization',
      'personalId',
      '*.password',
      '*.token',
      '*.cookie',
      '*.authorization',
      '*.personalId',
    ],
  })
