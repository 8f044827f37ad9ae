import { pino, stdSerializers, type DestinationStream, type Logger, type SerializedError } from 'pino'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>

/** An error without what PostgreSQL quotes of rows: they hold personal data. */
function withoutRows(error: Error): SerializedError {
  const told = stdSerializers.err(error)
  for (const quoting of ['detail', 'where', 'hint']) delete told[quoting]
  return told
}

/** A path as it may be written down: numbers as long as those of people are left out. */
export const loggablePath = (path: string): string => path.replaceAll(/\d{9,}/g, '…')

/** JSON lines on standard output. Values under these names are never written, at any depth that we use. */
export const createLog = (level: string, to?: DestinationStream): Logger =>
  pino(
    {
      level,
      serializers: { err: withoutRows },
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
    },
    to as DestinationStream,
  )
