/** Makes something of a value once, however many ask; what was made goes when the value does. */
export const onceFor = <K extends object, T extends object>(make: (key: K) => T): ((key: K) => T) => {
  const made = new WeakMap<K, T>()
  return (key) => {
    const known = made.get(key)
    if (known) return known
    const fresh = make(key)
    made.set(key, fresh)
    return fresh
  }
}
