import type { Finding } from '../model.ts'

/** Before them, where they are told by themselves. */
export const TERMS = 'Terms'

/** What terms in a finding's Chinese quotations mean: “直航 (direct flights), 航班 (flights)”; null where it quotes none. */
export const glossed = ({ glosses = [] }: Pick<Finding, 'glosses'>): string | null =>
  glosses.length === 0 ? null : glosses.map(({ words, english }) => `${words} (${english})`).join(', ')
