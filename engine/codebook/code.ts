/** Shapes by which codes are told apart without colour. */
export const CODE_SHAPES = ['circle', 'square', 'triangle', 'diamond', 'star', 'cross'] as const
export type CodeShape = (typeof CODE_SHAPES)[number]

/** A tag of the researcher's own codebook. */
export interface Code {
  /** Unique in its codebook; kept when the code is renamed. */
  id: string
  name: string
  /** `#rrggbb` */
  colour: string
  shape: CodeShape
  description: string
}
