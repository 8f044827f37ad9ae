import { pino, stdSerializers, type DestinationStream, type Logger, type SerializedError } from 'pino'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>

/** Text as it may be written down: numbers as long as those of people are left out. */
export const loggable = (text: string): string => text.replaceAll(/\d{9,}/g, '…')

/** An error without what PostgreSQL quotes of rows and values: they hold personal data. */
function withoutRows(error: Error): SerializedError {
  const told = stdSerializers.err(error)
  for (const quoting of ['detail', 'where', 'hint']) delete told[quoting]
  return { ...told, message: loggable(told.message), stack: loggable(told.stack) }
}

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
