/** The version of the tool, part of every result. A test holds it equal to the one in package.json. */
export const toolVersion = '0.1.0'
