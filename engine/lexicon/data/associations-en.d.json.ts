/** Declared, since made out of thousands of rows the type takes the linter seconds; held by declared.test.ts. */
declare const data: { about: string; words: Record<string, string> }
export default data
