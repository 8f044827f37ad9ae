/** How many dossiers a province has after ten years; `--dossiers=20000` tries the rows themselves with fewer. */
const said = process.argv.find((argument) => argument.startsWith('--dossiers='))?.slice('--dossiers='.length)
export const many = Number(said ?? 1_000_000)
export const isUsualSize = many === 1_000_000

/** What growth is measured from. */
export const few = 10_000

export const showCount = (count: number): string => count.toLocaleString('en')
