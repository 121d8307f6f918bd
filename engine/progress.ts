/** Hears how far a long work is: so many steps of all are done. */
export type Tell = (done: number, total: number) => void

/** For whoever need not know. */
export const untold: Tell = () => undefined
