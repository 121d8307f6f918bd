/** To a millionth: keeps sums equal in whatever order they were added. */
export const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

/** To a thousandth: as scores and weights are shown and kept. */
export const inThousandths = (value: number): number => Math.round(value * 1000) / 1000
