/** How deep a sitting asks. Answers given at one depth are kept by the others. */

/**
 * `scan`: the elements that tell most, one level each. `levels`: every element, one level each. `criteria`: every
 * criterion of every element; the level follows.
 */
export type Depth = 'scan' | 'levels' | 'criteria'
export const depths: readonly Depth[] = ['scan', 'levels', 'criteria']
