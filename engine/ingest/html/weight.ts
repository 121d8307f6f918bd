/** How much a text says, in Latin letters: a Han character says about as much as three. */
export const weightOf = (text: string): number =>
  text.length + 2 * (text.match(/\p{Script=Han}/gu)?.length ?? 0)
