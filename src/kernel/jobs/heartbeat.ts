/** A worker of which nothing was heard for so long is held to be gone. The queue takes no less. */
export const heartbeatSeconds = 10

/** So often a worker says that it lives: two words may be lost on the way. */
export const heartbeatRefreshSeconds = 3

/** So often each process looks for the work of those that are gone. */
export const lookSeconds = 1

/** The pause before a second try is between this and twice this; each later one is about twice as long as the one before. */
export const retryDelaySeconds = 2

/**
 * What a killed process had taken up is begun again by another within so long: heard nothing, looked, paused, fetched. Later tries pause
 * longer, so that work which kills its worker does not kill one after the other.
 */
export const begunAgainWithinSeconds = heartbeatSeconds + lookSeconds + 2 * retryDelaySeconds + 1
