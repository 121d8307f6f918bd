/** Figures that are raised are marks of notes or powers, and none of the number or word before them. */
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
export const raised = (figures: string): string =>
  figures.replace(/\d/gu, (digit) => RAISED.charAt(Number(digit)))
