/** What is made of a value once, however many ask; it goes when the value does. */
interface OnceFor<K extends object, T extends object> {
  (key: K): T
  /** Where it was made of one value, makes of it what there is for another, which is then not made anew. */
  carry: (from: K, to: K, how: (known: T) => T) => void
}

/** Makes something of a value once, however many ask; what was made goes when the value does. */
export const onceFor = <K extends object, T extends object>(make: (key: K) => T): OnceFor<K, T> => {
  const made = new WeakMap<K, T>()
  const once = (key: K): T => {
    const known = made.get(key)
    if (known) return known
    const fresh = make(key)
    made.set(key, fresh)
    return fresh
  }
  const carry = (from: K, to: K, how: (known: T) => T): void => {
    const known = made.get(from)
    if (known) made.set(to, how(known))
  }
  return Object.assign(once, { carry })
}
