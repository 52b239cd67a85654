/** Whether an element's number stands anywhere in a condition, alone or as the subject of a field. */
export function mentions(condition: unknown, element: string): boolean {
  if (Array.isArray(condition)) return condition.some((part) => mentions(part, element))
  if (typeof condition === 'object' && condition !== null)
    return Object.values(condition).some((part) => mentions(part, element))
  const text = String(condition)
  return text === element || (text.startsWith(`${element}.`) && !/^\d/.test(text.slice(element.length + 1)))
}
