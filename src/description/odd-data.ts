/**
 * Reads data that may not have the shape it should have (a rule's example, a file with mistakes) without ever throwing:
 * what has the wrong type counts as absent.
 */
import type { Level } from '../types/framework.ts'

/** The value of a key that users chose, never one that an object inherits. */
export function own<T extends object, K extends string>(object: T | undefined, key: K): unknown {
  return isObject(object) && Object.hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isLevel(value: unknown): value is Level {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 5
}

/** The value where it is a text, else null. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** The texts of a list, without anything else in it. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** The objects of a list with their positions, without anything else in it. */
export function objectsOf(value: unknown): [number, Record<string, unknown>][] {
  return Array.isArray(value)
    ? value.flatMap((item, index) => (isObject(item) ? [[index, item] as [number, typeof item]] : []))
    : []
}
