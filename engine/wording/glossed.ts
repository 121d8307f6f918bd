import type { Finding } from '../model.ts'

/** What terms in a finding's Chinese quotations mean: “Terms: 直航 (direct flights), 航班 (flights)”; null where it quotes none. */
export const glossed = ({ glosses = [] }: Pick<Finding, 'glosses'>): string | null =>
  glosses.length === 0
    ? null
    : `Terms: ${glosses.map(({ words, english }) => `${words} (${english})`).join(', ')}`
