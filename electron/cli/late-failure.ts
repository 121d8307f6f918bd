/**
 * Whether an error is one of pdf.js's own that comes after its answer, from work on a broken document that nobody waits
 * for any more. A window's worker writes it to the console; Node would end the program over it.
 */
export const isLateFailureOfPdf = (reason: unknown): boolean =>
  reason instanceof Error && (reason.stack ?? '').includes('pdf.worker')
