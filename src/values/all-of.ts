/** Waits for all of them side by side, and answers them by their names. The first that fails is what the caller hears. */
export async function allOf<Given extends Readonly<Record<string, Promise<unknown>>>>(
  given: Given,
): Promise<{ readonly [Name in keyof Given]: Awaited<Given[Name]> }> {
  const names = Object.keys(given)
  const answers = await Promise.all(Object.values(given))
  return Object.fromEntries(names.map((name, at) => [name, answers[at]])) as {
    readonly [Name in keyof Given]: Awaited<Given[Name]>
  }
}
