/** Importing this makes the full YAML parser known to `readYaml`. */
import { readFull } from './read-full.ts'
import { useFullReader } from './read-yaml.ts'

useFullReader(readFull)
