/** To a millionth: keeps sums equal in whatever order they were added. */
export const rounded = (value: number): number => Math.round(value * 1e6) / 1e6
