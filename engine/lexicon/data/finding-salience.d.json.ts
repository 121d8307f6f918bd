interface Trees {
  bias: number
  trees: { splits: number[][]; leaves: number[] }[]
}
/** Declared, since made out of thousands of rows the type takes the linter seconds; held by declared.test.ts. */
declare const data: { about: string; features: string[] } & Record<
  'useful' | 'harmful' | 'leading' | 'wellTold',
  Trees
>
export default data
