/** The directions along which points spread most, strongest first. */
export interface Principal {
  mean: number[]
  components: number[][]
}

const SWEEPS = 60

/**
 * Principal components by the cyclic Jacobi method on the covariance: slower than other ways, but short, exact for the
 * few dimensions of word vectors, and the same on every machine.
 */
export const principalComponents = (points: readonly number[][], count: number): Principal => {
  const size = points[0]?.length ?? 0
  const mean = Array.from(
    { length: size },
    (_, at) => points.reduce((sum, p) => sum + (p[at] ?? 0), 0) / points.length
  )
  const matrix = Array.from({ length: size }, () => new Float64Array(size))
  for (const point of points)
    for (let row = 0; row < size; row++)
      for (let column = 0; column <= row; column++)
        matrix[row]![column]! += ((point[row] ?? 0) - mean[row]!) * ((point[column] ?? 0) - mean[column]!)
  for (let row = 0; row < size; row++)
    for (let column = row + 1; column < size; column++) matrix[row]![column] = matrix[column]![row]!
  const vectors = Array.from({ length: size }, (_, at) =>
    Float64Array.from({ length: size }, (__, i) => (i === at ? 1 : 0))
  )
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) {
        const off = matrix[p]![q]!
        if (Math.abs(off) < 1e-12) continue
        const angle = 0.5 * Math.atan2(2 * off, matrix[q]![q]! - matrix[p]![p]!)
        const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
        for (let k = 0; k < size; k++) {
          const [a, b] = [matrix[k]![p]!, matrix[k]![q]!]
          matrix[k]![p] = cosine * a - sine * b
          matrix[k]![q] = sine * a + cosine * b
        }
        for (let k = 0; k < size; k++) {
          const [a, b] = [matrix[p]![k]!, matrix[q]![k]!]
          matrix[p]![k] = cosine * a - sine * b
          matrix[q]![k] = sine * a + cosine * b
          const [v, w] = [vectors[p]![k]!, vectors[q]![k]!]
          vectors[p]![k] = cosine * v - sine * w
          vectors[q]![k] = sine * v + cosine * w
        }
      }
  const order = Array.from({ length: size }, (_, at) => at).sort((a, b) => matrix[b]![b]! - matrix[a]![a]!)
  return { mean, components: order.slice(0, count).map((at) => [...vectors[at]!]) }
}
